import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { ErrorCode } from '@hub/schema/errors/catalogue.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { GraphQLError } from 'graphql';

type LimitCode = Extract<ErrorCode, `LIMIT_${string}`>;

/** What a limit refuses: the limit and what came stand in the message and, for programs, in the extensions. */
export function limitExceeded(code: LimitCode, locale: Locale, figures: { limit: number; came?: number }): GraphQLError {
  const { limit, came } = figures;
  // Fragments may double until the figure is none that anybody can read.
  const told = came === undefined ? { limit } : { limit, came: Math.min(came, Number.MAX_SAFE_INTEGER) };
  const error = codedError(code, locale, told);
  Object.assign(error.extensions, told);
  return error;
}

import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { GraphQLError } from 'graphql';

/**
 * The refusal of a value that a scalar cannot read. Values are read before anybody knows the caller's language, so both
 * are given.
 */
export function invalidValue(
  scalar: string,
  value: unknown,
  problem: Readonly<Record<Locale, string>>,
  example: string,
): GraphQLError {
  const shown = String(value).slice(0, 40);
  const message = (['zh-CN', 'en'] as const)
    .map((locale) => errorMessage('VALUE_INVALID', locale, { field: scalar, problem: `"${shown}" ${problem[locale]}`, example }))
    .join(' / ');
  return new GraphQLError(message, { extensions: { code: 'VALUE_INVALID' } });
}

import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { catalogue } from '@hub/schema/errors/catalogue.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isDatabaseUnavailable } from '../acts/is-database-unavailable.js';
import { isTransactionTimedOut } from '../acts/is-transaction-timed-out.js';
import { isUnstorableText } from '../refusals/is-unstorable-text.js';
import type { Logger } from './logger.js';

const ofTheProtocol = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * The one edge where the unexpected is masked: errors of the catalogue and of the protocol pass, anything else is logged
 * whole under a reference and told by that reference alone. Here the caller's language is not known; both are given.
 */
export function maskUnexpectedErrors(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = String(formatted.extensions?.code ?? '');
    const original = unwrapResolverError(error);
    const known = original instanceof GraphQLError && (code in catalogue || ofTheProtocol.has(code));
    if (known && code !== 'INTERNAL_SERVER_ERROR') {
      const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions };
    }
    const reference = randomUUID();
    const shown = shownCode(original);
    if (shown !== 'TEXT_UNSTORABLE') log.error({ err: original, reference }, 'unexpected error');
    const message = (['zh-CN', 'en'] as const).map((locale) => errorMessage(shown, locale, { reference })).join(' / ');
    return { ...formatted, message, extensions: { code: shown, reference } };
  };
}

function shownCode(error: unknown): 'TEXT_UNSTORABLE' | 'TRANSACTION_TIMED_OUT' | 'DATABASE_UNAVAILABLE' | 'INTERNAL_SERVER_ERROR' {
  if (isUnstorableText(error)) return 'TEXT_UNSTORABLE';
  if (isTransactionTimedOut(error)) return 'TRANSACTION_TIMED_OUT';
  return isDatabaseUnavailable(error) ? 'DATABASE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
}

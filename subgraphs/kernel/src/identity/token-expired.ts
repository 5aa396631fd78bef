import type { Locale } from '@hub/schema/errors/locale.js';
import type { GraphQLError } from 'graphql';
import { codedError } from '../refusals/coded-error.js';

/** The refusal of a caller whose token was valid and is not any more (RFC 7519 §4.1.4). */
export function tokenExpired(locale: Locale): GraphQLError {
  return codedError('UNAUTHENTICATED', locale, { reason: { en: 'the token has expired', 'zh-CN': '令牌已过期' } });
}

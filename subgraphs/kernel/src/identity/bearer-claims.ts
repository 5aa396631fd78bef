import type { IncomingHttpHeaders } from 'node:http';
import { localeOf } from '@hub/schema/errors/locale.js';
import { codedError } from '../refusals/coded-error.js';
import type { TokenClaims } from './token-claims.js';
import { IssuerUnavailable } from './issuer-unavailable.js';
import { TokenRefused } from './token-refused.js';
import type { TokenVerifier } from './token-verifier.js';

/** Reads the claims of a request's bearer token (RFC 6750 §2.1); a GraphQLError with status 401 where there is no valid one, 503 where that cannot be known. */
export function bearerClaims(verify: TokenVerifier): (headers: IncomingHttpHeaders) => Promise<TokenClaims> {
  return async (headers) => {
    const locale = localeOf(headers['accept-language']);
    const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (!token) throw codedError('UNAUTHENTICATED', locale, { reason: { en: 'no bearer token', 'zh-CN': '未携带令牌' } });
    try {
      return await verify(token);
    } catch (error) {
      if (error instanceof TokenRefused) throw codedError('UNAUTHENTICATED', locale, { reason: error.reason });
      if (error instanceof IssuerUnavailable) throw codedError('ISSUER_UNAVAILABLE', locale);
      throw error;
    }
  };
}

import type { IncomingHttpHeaders } from 'node:http';
import { localeOf } from '@hub/schema/errors/locale.js';
import { codedError } from '../refusals/coded-error.js';
import type { TokenClaims } from './token-claims.js';
import { TokenRefused, type TokenVerifier } from './token-verifier.js';

/** Reads the claims of a request's bearer token (RFC 6750 §2.1); a GraphQLError with status 401 where there is no valid one. */
export function bearerClaims(verify: TokenVerifier): (headers: IncomingHttpHeaders) => Promise<TokenClaims> {
  return async (headers) => {
    const locale = localeOf(headers['accept-language']);
    const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (!token) throw codedError('UNAUTHENTICATED', locale, { reason: 'no bearer token' });
    try {
      return await verify(token);
    } catch (error) {
      if (error instanceof TokenRefused) throw codedError('UNAUTHENTICATED', locale, { reason: error.message });
      throw error;
    }
  };
}

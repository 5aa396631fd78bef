import type { IncomingHttpHeaders } from 'node:http';
import { bearerClaims } from '@hub/kernel/identity/bearer-claims.js';
import { delegationHeader, purposeHeader } from '@hub/kernel/identity/authenticate.js';
import { tokenExpired } from '@hub/kernel/identity/token-expired.js';
import type { UserClaims } from '@hub/kernel/identity/token-claims.js';
import type { TokenVerifier } from '@hub/kernel/identity/token-verifier.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { FindsMember } from '@hub/kernel/sockets/socket-member.js';
import { localeOf, type Locale } from '@hub/schema/errors/locale.js';
import { clientName } from '../usage/client-name.js';
import type { Asking } from './subscription-plan.js';

/** A user with a valid token, who subscribes at the gateway; whether they are a member the owners know. */
export class TokenBearer implements Asking {
  readonly locale: Locale;
  readonly purpose: string | undefined;
  readonly delegation: string | undefined;
  /** How the client calls itself. */
  readonly client: string;
  #claims: UserClaims;
  #authorization: string;

  constructor(claims: UserClaims, authorization: string, { locale, purpose, delegation, client = '' }: { locale: Locale; purpose: string | undefined; delegation?: string | undefined; client?: string }) {
    this.#claims = claims;
    this.#authorization = authorization;
    this.locale = locale;
    this.purpose = purpose;
    this.delegation = delegation;
    this.client = client;
  }

  get authorization(): string {
    return this.#authorization;
  }

  get partyId(): string {
    return this.#claims.partyId;
  }

  /** When the token expires, in milliseconds since 1970. */
  get expiresAt(): number {
    return this.#claims.expiresAt;
  }

  /** Everything of the bearer that an answer may depend on. A system's key too: what was begun by one that is revoked does not go on with another's token. */
  get authority(): readonly unknown[] {
    const { userId, partyId, role, keyId } = this.#claims;
    return [partyId, role, userId, keyId ?? null, this.purpose ?? null, this.delegation ?? null, this.locale];
  }

  /** @throws GraphQLError UNAUTHENTICATED once the token has expired */
  caller(): this {
    if (this.expiresAt > Date.now()) return this;
    throw tokenExpired(this.locale);
  }

  /** Goes on with the token of another bearer, if that names the same user, party and role and is by the same issuer or key; else tells false. */
  renewWith(newer: TokenBearer): boolean {
    const [mine, theirs] = [this.#claims, newer.#claims];
    if (theirs.userId !== mine.userId || theirs.partyId !== mine.partyId || theirs.role !== mine.role || theirs.keyId !== mine.keyId) return false;
    if (theirs.expiresAt > mine.expiresAt) {
      this.#claims = theirs;
      this.#authorization = newer.#authorization;
    }
    return true;
  }
}

/** Finds the bearer of a request's token. */
export function bearers(verify: TokenVerifier): FindsMember<TokenBearer> {
  const claims = bearerClaims(verify);
  return {
    member: async (headers: IncomingHttpHeaders) => {
      const found = await claims(headers);
      const locale = localeOf(headers['accept-language']);
      if (found.kind !== 'user') throw codedError('UNAUTHENTICATED', locale, { reason: { en: 'a service is no member', 'zh-CN': '服务不是成员' } });
      const named = (name: string) => (typeof headers[name] === 'string' ? headers[name] : undefined);
      const asking = { locale, purpose: named(purposeHeader), delegation: named(delegationHeader), client: clientName(headers) };
      return new TokenBearer(found, headers.authorization ?? '', asking);
    },
    service: (headers: IncomingHttpHeaders) => Promise.reject(codedError('SERVICE_ONLY', localeOf(headers['accept-language']))),
  };
}

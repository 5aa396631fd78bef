import type { IncomingHttpHeaders } from 'node:http';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { purposes, type Purpose } from '@hub/schema/policy/terms/vocabulary.js';
import { codedError } from '../refusals/coded-error.js';
import { bearerClaims } from './bearer-claims.js';
import { Member } from './member.js';
import type { Membership } from './membership.js';
import type { TokenClaims } from './token-claims.js';
import type { TokenVerifier } from './token-verifier.js';

/** Header that names the purpose for which the caller asks. */
export const purposeHeader = 'x-hub-purpose';

/** Header that names the delegation by which the caller acts for another user (代办). */
export const delegationHeader = 'x-hub-delegation';

/** Finds out who asks, from the headers of a request. Each throws a GraphQLError with status 400, 401, 403 or 503. */
export interface Authenticate {
  /** Whose tokens are taken (iss). */
  readonly trustedIssuer: string;
  /** The claims of a valid token. */
  readonly claims: (headers: IncomingHttpHeaders) => Promise<TokenClaims>;
  /** The member that acts: user, party and role must stand in the replica. */
  readonly caller: (headers: IncomingHttpHeaders) => Promise<Caller>;
  /** The member that acts, for what lasts longer than one operation. */
  readonly member: (headers: IncomingHttpHeaders) => Promise<Member>;
  /** The name of one of the hub's own services. */
  readonly service: (headers: IncomingHttpHeaders) => Promise<string>;
}

export function authenticator(verify: TokenVerifier, membership: Membership, trustedIssuer: string): Authenticate {
  const claims = bearerClaims(verify);
  const member = async (headers: IncomingHttpHeaders): Promise<Member> => {
    const found = await claims(headers);
    const locale = localeOf(headers['accept-language']);
    if (found.kind !== 'user') throw codedError('UNAUTHENTICATED', locale, { reason: { en: 'a service is no member', 'zh-CN': '服务不是成员' } });
    return new Member(found, { purpose: purposeOf(headers), delegation: delegationOf(headers), locale }, membership);
  };
  return {
    trustedIssuer,
    claims,
    member,
    caller: async (headers) => (await member(headers)).caller(),
    service: async (headers) => {
      const found = await claims(headers);
      if (found.kind === 'service') return found.service;
      throw codedError('SERVICE_ONLY', localeOf(headers['accept-language']));
    },
  };
}

function delegationOf(headers: IncomingHttpHeaders): string | undefined {
  const named = headers[delegationHeader];
  return Array.isArray(named) ? named.join(', ') : named;
}

function purposeOf(headers: IncomingHttpHeaders): Purpose | undefined {
  const named = headers[purposeHeader];
  if (named === undefined) return undefined;
  const purpose = purposes.find((known) => known === named);
  if (purpose) return purpose;
  throw codedError('PURPOSE_UNKNOWN', localeOf(headers['accept-language']), {
    purpose: String(named).slice(0, 40),
    known: purposes.join(', '),
  });
}

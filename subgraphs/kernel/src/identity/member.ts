import type { Locale } from '@hub/schema/errors/locale.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { Purpose } from '@hub/schema/policy/terms/vocabulary.js';
import { codedError } from '../refusals/coded-error.js';
import type { Membership } from './membership.js';
import { tokenExpired } from './token-expired.js';
import type { UserClaims } from './token-claims.js';

/** A user with a valid token, whose membership is asked for again whenever it matters. */
export class Member {
  readonly purpose: Purpose | undefined;
  /** Id of the delegation by which they act for another user. */
  readonly delegation: string | undefined;
  readonly locale: Locale;
  readonly #membership: Membership;
  #claims: UserClaims;

  constructor(claims: UserClaims, asking: { purpose: Purpose | undefined; delegation: string | undefined; locale: Locale }, membership: Membership) {
    this.#claims = claims;
    this.purpose = asking.purpose;
    this.delegation = asking.delegation;
    this.locale = asking.locale;
    this.#membership = membership;
  }

  /** When the token expires, in milliseconds since 1970. */
  get expiresAt(): number {
    return this.#claims.expiresAt;
  }

  /**
   * The member as the caller of an operation, as the replica has it now.
   *
   * @throws GraphQLError UNAUTHENTICATED if user, party and role do not stand in the replica any more, or the token has expired;
   *   DELEGATION_NOT_IN_FORCE if the delegation that was named is not theirs or not in force
   */
  caller(): Caller {
    if (this.expiresAt <= Date.now()) throw tokenExpired(this.locale);
    const caller = this.#membership.callerOf(this.#claims, this.purpose);
    if (caller) return this.delegation === undefined ? caller : this.#delegate(caller, this.delegation);
    throw codedError('UNAUTHENTICATED', this.locale, { reason: { en: 'no active member with this user, party and role', 'zh-CN': '没有该用户、单位和角色的在册成员' } });
  }

  #delegate(caller: Caller, delegation: string): Caller {
    const acting = this.#membership.delegateOf(caller, delegation);
    if (acting) return acting;
    throw codedError('DELEGATION_NOT_IN_FORCE', this.locale, { delegation: delegation.slice(0, 40) });
  }

  /** Goes on with the token of another member, if that names the same user, party and role and is by the same issuer or key; else tells false. */
  renewWith({ claims }: { readonly claims: UserClaims }): boolean {
    const { userId, partyId, role, keyId } = this.#claims;
    if (claims.userId !== userId || claims.partyId !== partyId || claims.role !== role || claims.keyId !== keyId) return false;
    if (claims.expiresAt > this.expiresAt) this.#claims = claims;
    return true;
  }

  get claims(): UserClaims {
    return this.#claims;
  }

  /** Tells whenever the replica was read again; gives the way to stop that. */
  onMembershipRead(listener: () => void): () => void {
    return this.#membership.onRefresh(listener);
  }
}

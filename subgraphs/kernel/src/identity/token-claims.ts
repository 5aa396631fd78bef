import type { Asserted } from './role-mappings.js';

/** A user acting for a party in a role. */
export interface UserClaims {
  readonly kind: 'user';
  readonly userId: string;
  readonly partyId: string;
  readonly role: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
  /** The key of the party's own system that signed it; absent where an identity provider did. */
  readonly keyId?: string;
  /** What the identity provider says besides, from which roles may follow; absent where a system signed it. */
  readonly asserted?: Asserted;
}

/** What a token says of its bearer (RFC 7519). Either a user acting for a party in a role, or a service of the hub. */
export type TokenClaims = UserClaims | { readonly kind: 'service'; readonly service: string; readonly expiresAt: number };

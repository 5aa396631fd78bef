import { createHash } from 'node:crypto';
import { administrators } from '@hub/schema/code-lists/roles-of-kind.js';
import type { CryptoKey, JWK, JWTHeaderParameters, KeyObject } from 'jose';

/** Who signs tokens with a key of its own: a system of a party, and no identity provider (RFC 7519 §4.1.1). */
export const clientSystemIssuer = 'urn:hub:client-system';

/** For how long a token may be good that a client system signs, in seconds: whoever got at one has it no longer. */
export const clientTokenSeconds = 600;

/** A key of a party's system, as exchange tells it to every owner. */
export interface ToldClientKey {
  /** Thumbprint (RFC 7638), the `kid` of tokens. */
  readonly id: string;
  readonly publicJwk: JWK;
  /** Date-time until which it counts beside the one that took its place; null where none did. */
  readonly until: string | null;
}

/** A key with the user that signs by it. */
export interface ClientKey extends ToldClientKey {
  readonly userId: string;
  readonly partyId: string;
}

/** For whom a key signs: one user of one party. */
export interface Signer {
  readonly userId: string;
  readonly partyId: string;
}

/** A key by which a token is verified, and for whom alone it signs. */
export interface SigningKey {
  readonly key: CryptoKey | KeyObject | Uint8Array;
  signsFor(signer: Signer): boolean;
}

/** Finds the key of a client system that a token's header names; undefined where none counts that signs in that way. */
export type ClientKeys = (header: JWTHeaderParameters) => Promise<SigningKey | undefined>;

/** Tells for whom a key signs to whoever knows of them already, without their names (SHA-256, base64url). */
export function signerHash({ userId, partyId }: Signer): string {
  return createHash('sha256').update(JSON.stringify([partyId, userId])).digest('base64url');
}

/** Whether a key counts at a time, in milliseconds since 1970. */
export function countsAt({ until }: ToldClientKey, now: number): boolean {
  return until === null || now < Date.parse(until);
}

/** In which ways a key may sign, of those that the hub takes: its kind decides that, and not what a token says of itself (RFC 8725 §3.1). */
export function algorithmsOf({ kty, crv }: JWK): readonly string[] {
  if (kty === 'OKP') return crv === 'Ed25519' ? ['EdDSA'] : [];
  if (kty === 'EC') return crv === 'P-256' ? ['ES256'] : crv === 'P-384' ? ['ES384'] : [];
  return kty === 'RSA' ? ['RS256', 'PS256'] : [];
}

/** Whether a system may act in a role: administrators are persons, who watch over each other (三员分立). */
export function isRoleOfSystem(role: string): boolean {
  return !administrators.includes(role);
}

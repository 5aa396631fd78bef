import type { PublicJwk } from './signer.js';

/** Algorithms by which a report may be signed (RFC 7518 §3.1, RFC 8037 §3.1). */
export const signingAlgorithms = ['ES256', 'ES384', 'PS256', 'EdDSA'] as const;

/** The algorithm of a key: as it says itself, or by its kind; undefined where reports are not signed with such a key. */
export function algorithmOf({ kty, crv, alg }: PublicJwk): (typeof signingAlgorithms)[number] | undefined {
  const byKind = kty === 'RSA' ? 'PS256' : kty === 'OKP' && crv === 'Ed25519' ? 'EdDSA' : kty === 'EC' ? { 'P-256': 'ES256' as const, 'P-384': 'ES384' as const }[String(crv)] : undefined;
  return alg === undefined || alg === byKind ? byKind : undefined;
}

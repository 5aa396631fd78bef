import type { JWK } from 'jose';

/** By which algorithm a key signs (RFC 7518 §3.1, RFC 8037 §3.1): the one that it names, else that of its kind. */
export function algorithmOf({ alg, kty, crv }: JWK): string {
  // RFC 9864 names the curve, which the hub calls EdDSA as RFC 8037 does.
  if (alg !== undefined) return alg === 'Ed25519' ? 'EdDSA' : alg;
  if (kty === 'OKP') return 'EdDSA';
  if (kty === 'EC') return crv === 'P-384' ? 'ES384' : 'ES256';
  return 'RS256';
}

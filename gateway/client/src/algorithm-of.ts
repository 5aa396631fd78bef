import type { JWK } from 'jose';

/** By which algorithm a key signs (RFC 7518 §3.1, RFC 8037 §3.1): the one that it names, else that of its kind. */
export function algorithmOf({ alg, kty, crv }: JWK): string {
  if (alg !== undefined) return alg;
  if (kty === 'OKP') return 'EdDSA';
  if (kty === 'EC') return crv === 'P-384' ? 'ES384' : 'ES256';
  return 'RS256';
}

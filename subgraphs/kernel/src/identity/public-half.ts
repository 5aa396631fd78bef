import type { JWK } from 'jose';

/** What of a signing key (EC, OKP) anybody may know (RFC 7518 §6.2.1, RFC 8037 §2). */
export function publicHalf(key: JWK): JWK {
  const { kty, crv, x, y, kid, alg, use } = key as JWK & { readonly crv?: string; readonly x?: string; readonly y?: string };
  return { kty, crv, x, y, kid, alg, use } as JWK;
}

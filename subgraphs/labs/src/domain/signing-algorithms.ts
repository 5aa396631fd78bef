import { sm2 } from '@hub/kernel/identity/sm2.js';
import type { PublicJwk } from './signer.js';

/** Algorithms by which a report may be signed (RFC 7518 §3.1, RFC 8037 §3.1; SM2 with SM3, GB/T 32918). */
export const signingAlgorithms = ['ES256', 'ES384', 'PS256', 'EdDSA', sm2.algorithm] as const;

type SigningAlgorithm = (typeof signingAlgorithms)[number];

const byCurve: Readonly<Record<string, SigningAlgorithm>> = { 'P-256': 'ES256', 'P-384': 'ES384', [sm2.curve]: sm2.algorithm };

/** The algorithm of a key: as it says itself, or by its kind; undefined where reports are not signed with such a key. */
export function algorithmOf({ kty, crv, alg }: PublicJwk): SigningAlgorithm | undefined {
  const byKind = kty === 'RSA' ? 'PS256' : kty === 'OKP' && crv === 'Ed25519' ? 'EdDSA' : kty === 'EC' ? byCurve[String(crv)] : undefined;
  return alg === undefined || alg === byKind ? byKind : undefined;
}

import { compactVerify, importJWK, type JWK } from 'jose';

/**
 * Verifies a JWS in compact form (RFC 7515 §7.1) by one key: it must name that key and be of the type that is meant, so that no other signature by
 * the same key can pass for it (RFC 8725 §3.11).
 *
 * @returns the payload; undefined where anything is wrong
 */
export async function verifyJws(jws: string, key: JWK & { readonly kid: string }, type: string): Promise<Uint8Array | undefined> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, async ({ alg }) => importJWK(key, alg), { algorithms: ['ES256', 'ES384', 'PS256', 'EdDSA'] });
    return protectedHeader.kid === key.kid && protectedHeader.typ === type ? payload : undefined;
  } catch {
    // Whatever is wrong with it, it is no signature by this key.
    return undefined;
  }
}

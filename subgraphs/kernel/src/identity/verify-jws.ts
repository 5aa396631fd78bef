import { decodeProtectedHeader, type JWK } from 'jose';
import { sm2 } from './sm2.js';
import { verifyCompactJws } from './verify-compact-jws.js';

/** By which the hub takes signatures of others (RFC 7518 §3.1, RFC 8037 §3.1, GB/T 32918). */
const algorithms: ReadonlySet<unknown> = new Set(['ES256', 'ES384', 'PS256', 'EdDSA', sm2.algorithm]);

/**
 * Verifies a JWS in compact form (RFC 7515 §7.1) by one key: it must name that key and be of the type that is meant, so that no other signature by
 * the same key can pass for it (RFC 8725 §3.11).
 *
 * @returns the payload; undefined where anything is wrong
 */
export async function verifyJws(jws: string, key: JWK & { readonly kid: string }, type: string): Promise<Uint8Array | undefined> {
  try {
    const { alg, kid, typ } = decodeProtectedHeader(jws);
    if (alg === undefined || !algorithms.has(alg) || kid !== key.kid || typ !== type) return undefined;
    return (await verifyCompactJws(jws, key, alg)).payload;
  } catch {
    // Whatever is wrong with it, it is no signature by this key.
    return undefined;
  }
}

import { compactVerify, importJWK, type CompactVerifyResult, type JWK } from 'jose';
import { sm2 } from './sm2.js';
import { verifySm2Jws } from './verify-sm2-jws.js';

/**
 * Verifies a JWS in compact form (RFC 7515 §7.1) by one key and the one algorithm of that key.
 *
 * @throws JOSEError where it is none, names another algorithm or was not signed so; TypeError where the key is none
 */
export async function verifyCompactJws(jws: string, key: JWK, algorithm: string): Promise<CompactVerifyResult> {
  if (algorithm === sm2.algorithm) return verifySm2Jws(jws, key);
  const imported = await importJWK(key, algorithm).catch((cause: unknown) => {
    throw new TypeError(`It is no key of ${algorithm}.`, { cause });
  });
  return compactVerify(jws, imported, { algorithms: [algorithm] });
}

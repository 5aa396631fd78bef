import { decodeProtectedHeader, errors, type CompactJWSHeaderParameters, type CompactVerifyResult, type JWK } from 'jose';
import { sm2 } from './sm2.js';
import { sm2PublicKey } from './sm2-public-key.js';

/** Who signs, as the hash before the message has it, where signer and verifier have agreed on nothing else: the default of GM/T 0009-2012, as the Linux kernel has it too (include/crypto/sm2.h). */
const identity = '1234567812345678';
/** r and s, 32 bytes each, in base64url, as RFC 7518 §3.4 has it for curves of that size. */
const compact = /^(?<signingInput>(?<header>[\w-]+)\.(?<payload>[\w-]+))\.(?<signature>[\w-]{86})$/;

/**
 * Verifies a JWS in compact form that is signed by SM2 with SM3 (GB/T 32918.2), which jose does not know.
 *
 * @throws JOSEError, TypeError as `verifyCompactJws` does
 */
export async function verifySm2Jws(jws: string, key: JWK): Promise<CompactVerifyResult> {
  const publicKey = await sm2PublicKey(key);
  const { signingInput = '', payload = '', signature = '' } = compact.exec(jws)?.groups ?? {};
  if (signingInput === '') throw new errors.JWSInvalid('it is no JWS with a signature by SM2');
  const protectedHeader = decodeProtectedHeader(jws) as CompactJWSHeaderParameters;
  if (protectedHeader.alg !== sm2.algorithm) throw new errors.JOSEAlgNotAllowed('it is signed by another algorithm');
  // What must be understood is not: none is (RFC 7515 §4.1.11).
  if (protectedHeader.crit !== undefined) throw new errors.JOSENotSupported('it has a header that must be understood');
  const { sm2: library } = await import('sm-crypto-v2');
  const genuine = library.doVerifySignature(Buffer.from(signingInput), Buffer.from(signature, 'base64url').toString('hex'), publicKey, { hash: true, userId: identity });
  if (!genuine) throw new errors.JWSSignatureVerificationFailed();
  return { payload: new Uint8Array(Buffer.from(payload, 'base64url')), protectedHeader };
}

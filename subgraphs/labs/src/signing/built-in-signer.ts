import { hkdfSync } from 'node:crypto';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { CompactEncrypt, CompactSign, compactDecrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { Signer } from '../domain/signer.js';

/** The signer that comes with the hub, for trying out: keys (ES256) lie encrypted in the labs' database, as JWE under a key derived from MASK_KEY. */
export function builtInSigner(maskKey: string): Signer {
  return {
    name: 'built-in',
    async makeKey() {
      const pair = await generateKeyPair('ES256', { extractable: true });
      const [{ kty = '', crv = '', x = '', y = '' }, secret] = await Promise.all([exportJWK(pair.publicKey), exportJWK(pair.privateKey)]);
      const privateJwe = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(secret)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(wrappingKey(maskKey));
      return { publicJwk: { kty, crv, x, y }, privateJwe };
    },
    async sign({ privateJwe }, algorithm, signingInput) {
      if (privateJwe === null) throw new Refusal('SIGNER_REFUSED', { parameters: { problem: { en: 'the key lies with another signer', 'zh-CN': '该密钥由其他签名服务保管' } } });
      const [header = '', payload = ''] = signingInput.split('.');
      const jws = await new CompactSign(Buffer.from(payload, 'base64url'))
        .setProtectedHeader(JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg: string })
        .sign(await importJWK(await openKey(maskKey, privateJwe), algorithm));
      return jws.split('.')[2] ?? '';
    },
  };
}

/** The private half of a key that was kept. @throws JOSEError where it was kept under another MASK_KEY */
export async function openKey(maskKey: string, privateJwe: string): Promise<JWK> {
  const { plaintext } = await compactDecrypt(privateJwe, wrappingKey(maskKey), { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] });
  return JSON.parse(new TextDecoder().decode(plaintext)) as JWK;
}

/** The key that encrypts the signing keys (HKDF, RFC 5869): derived for this use alone, because MASK_KEY has another. */
function wrappingKey(maskKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', maskKey, '', 'hub.labs.signing-keys.v1', 32));
}

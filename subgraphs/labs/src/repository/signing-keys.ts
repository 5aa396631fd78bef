import { hkdfSync } from 'node:crypto';
import { calculateJwkThumbprint, compactDecrypt, CompactEncrypt, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import type { LabsDatabase, LabsTransaction } from './database.js';

/** A signatory (授权签字人) and the lab for which it signs. */
export interface Signatory {
  readonly labId: string;
  readonly userId: string;
}

/** The key by which a signatory signs. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

/** The key of a signatory, made on first use; two first uses at once end up with one key. */
export async function signingKeyOf(tx: LabsTransaction, maskKey: string, { labId, userId }: Signatory, now: Date): Promise<SigningKey> {
  const where = { labId_userId: { labId, userId } };
  let row = await tx.signingKey.findUnique({ where });
  if (!row) {
    await tx.signingKey.createMany({ data: [{ labId, userId, ...(await makeKey(maskKey)), createdAt: now }], skipDuplicates: true });
    row = await tx.signingKey.findUniqueOrThrow({ where });
  }
  const jwk = await openKey(maskKey, row.privateJwe);
  return { kid: row.kid, privateKey: (await importJWK(jwk, 'ES256')) as CryptoKey };
}

/**
 * Sees to it that the keys kept can be used.
 * @throws Error where they were kept under another MASK_KEY
 */
export async function requireKeysOpen(database: LabsDatabase, maskKey: string): Promise<void> {
  const row = await database.signingKey.findFirst({ orderBy: { createdAt: 'desc' } });
  if (!row) return;
  await openKey(maskKey, row.privateJwe).catch((cause: unknown) => {
    throw new Error('The signing keys of the labs were kept under another MASK_KEY. Start with the MASK_KEY that was set when they were made.', { cause });
  });
}

async function makeKey(maskKey: string): Promise<{ kid: string; publicJwk: { kty: string; crv: string; x: string; y: string }; privateJwe: string }> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const [{ kty = '', crv = '', x = '', y = '' }, secret] = await Promise.all([exportJWK(pair.publicKey), exportJWK(pair.privateKey)]);
  const publicJwk = { kty, crv, x, y };
  const privateJwe = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(secret)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(wrappingKey(maskKey));
  return { kid: await calculateJwkThumbprint(publicJwk), publicJwk, privateJwe };
}

async function openKey(maskKey: string, privateJwe: string): Promise<JWK> {
  const { plaintext } = await compactDecrypt(privateJwe, wrappingKey(maskKey), { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] });
  return JSON.parse(new TextDecoder().decode(plaintext)) as JWK;
}

/** The key that encrypts the signing keys (HKDF, RFC 5869): derived for this use alone, because MASK_KEY has another. */
function wrappingKey(maskKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', maskKey, '', 'hub.labs.signing-keys.v1', 32));
}

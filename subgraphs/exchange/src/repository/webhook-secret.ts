import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A new secret, as Standard Webhooks writes it: 32 random bytes. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/**
 * Seals a secret for one webhook (AES-256-GCM): what stands in the database or a backup of it is of no use without the hub's key,
 * nor in the row of another webhook.
 */
export function sealSecret(maskKey: string, webhookId: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(maskKey), nonce).setAAD(Buffer.from(webhookId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The secret again; undefined if it was sealed under another key or for another webhook. */
export function openSecret(maskKey: string, webhookId: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(maskKey), bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(webhookId)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Derived for this use alone, because MASK_KEY has others (HKDF, RFC 5869). */
function sealingKey(maskKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', maskKey, '', 'hub.exchange.webhook-secrets.v1', 32));
}

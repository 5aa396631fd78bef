import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { requireValid } from './require-valid.js';

const kinds = { en: 'a public JWK of EC P-256 or P-384, Ed25519, or RSA of 2048 bits at least', 'zh-CN': 'EC P-256 或 P-384、Ed25519，或 2048 位以上 RSA 的公开 JWK' };

/** A public key and nothing else (JWK, RFC 7517). */
export type PublicJwk = { readonly kty: string; readonly crv?: string; readonly x?: string; readonly y?: string; readonly e?: string; readonly n?: string };

/** The parts of a public key that count, whatever else the JWK has. */
const parts: ReadonlyMap<string, readonly string[]> = new Map([
  ['EC', ['crv', 'kty', 'x', 'y']],
  ['OKP', ['crv', 'kty', 'x']],
  ['RSA', ['e', 'kty', 'n']],
]);

/**
 * The public half of a client system's key (RFC 7517), checked by reading it as a key. One that carries its private half is refused, for it is none any more.
 * @throws Refusal VALUE_INVALID
 */
export function requirePublicJwk(field: string, given: string): PublicJwk {
  const jwk = readJwk(given);
  requireValid(jwk?.['d'] === undefined, field, { en: 'it carries the private half of the key; make a new pair and send the public half alone', 'zh-CN': '其中含有私钥；请重新生成密钥对并仅提交公钥' }, kinds);
  const kept = jwk && asKey(Object.fromEntries((parts.get(String(jwk['kty'])) ?? []).map((name) => [name, jwk[name]])));
  requireValid(kept !== undefined, field, { en: 'it is no public key that the hub verifies by', 'zh-CN': '不是本库可用于验签的公钥' }, kinds);
  return kept as PublicJwk;
}

function readJwk(given: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(given);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A key as it is written by the book: base64url has more than one spelling of the same number, and a key under another spelling would pass for one that was never issued or revoked. */
function asKey(jwk: JsonWebKey): JsonWebKey | undefined {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return isTaken(key, jwk.crv) ? key.export({ format: 'jwk' }) : undefined;
  } catch {
    return undefined;
  }
}

function isTaken({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject, curve: string | undefined): boolean {
  if (asymmetricKeyType === 'ed25519') return true;
  if (asymmetricKeyType === 'ec') return curve === 'P-256' || curve === 'P-384';
  return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
}

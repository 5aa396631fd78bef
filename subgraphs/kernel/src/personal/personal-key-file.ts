import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { base64url } from 'jose';
import { canonicalJson } from '../hashing/canonical-json.js';
import { createSecretFile } from '../identity/create-secret-file.js';

/** The hub's key for personal data, in a file that only its owner may read and apart from every database: with a dump alone nobody opens what is personal (5.4.3 d). */
export interface PersonalKeyFile {
  readonly path: string;
  /** Makes the key at the first start; of several processes at once, one makes it and all use it. */
  create(): Promise<void>;
  /** 32 bytes, under which the keys of persons are encrypted. */
  key(): Promise<Uint8Array>;
  /** A hash of what is personal that tells whoever lacks the key nothing, and is the same for the same: for receipts of acts. */
  hash(content: unknown): Promise<string>;
}

export function personalKeyFile(dataDir: string): PersonalKeyFile {
  const path = join(dataDir, 'personal-data-key.json');
  let kept: Uint8Array | undefined;
  // Read once: it is never replaced.
  const key = async () => (kept ??= base64url.decode((JSON.parse(await readFile(path, 'utf8')) as { k: string }).k));
  return {
    path,
    key,
    // A JSON Web Key (RFC 7518 §6.4).
    create: () => createSecretFile(path, () => Promise.resolve(JSON.stringify({ kty: 'oct', k: base64url.encode(randomBytes(32)), alg: 'A256GCMKW', use: 'enc' }))),
    async hash(content) {
      const own = new Uint8Array(hkdfSync('sha256', await key(), '', 'receipts of acts', 32));
      return createHmac('sha256', own).update(canonicalJson(content)).digest('hex');
    },
  };
}

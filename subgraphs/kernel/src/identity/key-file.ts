import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { publicHalf } from './public-half.js';

/** A signing key (ES256) kept in a file that only its owner may read. */
export interface KeyFile {
  /** Makes the key at first start; of several processes at once, one makes it and all use it. */
  create(): Promise<void>;
  /** The key pair as a JSON Web Key (RFC 7517). */
  key(): Promise<JWK>;
  /** The public half, as a JSON Web Key Set. */
  jwks(): Promise<{ keys: JWK[] }>;
}

export function keyFile(path: string): KeyFile {
  const key = async () => JSON.parse(await readFile(path, 'utf8')) as JWK;
  return {
    key,
    async create() {
      if (await readFile(path).then(() => true, () => false)) return;
      await mkdir(dirname(path), { recursive: true });
      const { privateKey } = await generateKeyPair('ES256', { extractable: true });
      const jwk = await exportJWK(privateKey);
      const temporary = `${path}.${randomUUID()}`;
      const file = await open(temporary, 'w', 0o600);
      await file.writeFile(JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' }));
      await file.sync();
      await file.close();
      // A link never replaces: what another process has signed in the meantime stays verifiable.
      await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await unlink(temporary);
    },
    async jwks() {
      return { keys: [publicHalf(await key())] };
    },
  };
}

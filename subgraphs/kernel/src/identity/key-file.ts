import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { createSecretFile } from './create-secret-file.js';
import { publicHalf } from './public-half.js';

/** A signing key kept in a file that only its owner may read. */
export interface KeyFile {
  /** Makes the key at first start; of several processes at once, one makes it and all use it. */
  create(): Promise<void>;
  /** The key pair as a JSON Web Key (RFC 7517). */
  key(): Promise<JWK>;
  /** The public half, as a JSON Web Key Set. */
  jwks(): Promise<{ keys: JWK[] }>;
}

/** @param algorithm Ed25519 (RFC 8037) where the same text is to bear the same signature each time */
export function keyFile(path: string, algorithm: 'ES256' | 'Ed25519' = 'ES256'): KeyFile {
  const key = async () => JSON.parse(await readFile(path, 'utf8')) as JWK;
  return {
    key,
    create: () =>
      createSecretFile(path, async () => {
        const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
        const jwk = await exportJWK(privateKey);
        return JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: algorithm, use: 'sig' });
      }),
    async jwks() {
      return { keys: [publicHalf(await key())] };
    },
  };
}

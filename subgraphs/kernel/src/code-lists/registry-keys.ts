import type { JSONWebKeySet } from 'jose';
import { request } from 'undici';

/** Reads the registry's public keys where it listens, anew for each signature: a key may have been replaced since. @throws Error where it does not answer: the event waits */
export function registryKeys(registryUrl: string): () => Promise<JSONWebKeySet> {
  return async () => {
    const response = await request(new URL('/registry/keys', registryUrl), { headersTimeout: 10_000, bodyTimeout: 10_000 });
    if (response.statusCode !== 200) {
      await response.body.dump();
      throw new Error(`the registry's keys were answered with ${response.statusCode}`);
    }
    return (await response.body.json()) as JSONWebKeySet;
  };
}

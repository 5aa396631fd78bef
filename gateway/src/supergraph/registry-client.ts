import type { Pool } from 'undici';
import type { DeliveredSupergraph } from './delivered-supergraph.js';
import { registryKeys, type RegistryKeys } from './registry-keys.js';

const timeout = 5_000;

/** What the gateway asks the registry, under its own service identity. */
export class RegistryClient {
  readonly #pool: Pool;
  readonly #token: () => Promise<string>;

  constructor(pool: Pool, token: () => Promise<string>) {
    this.#pool = pool;
    this.#token = token;
  }

  /** The supergraph in force, unless it is the one with this entity tag (RFC 9110 §13.1.2). */
  async supergraph(known: string | undefined): Promise<DeliveredSupergraph | 'unchanged'> {
    const { statusCode, headers, body } = await this.#get('/registry/supergraph', known ? { 'if-none-match': known } : {});
    if (statusCode === 304) {
      await body.dump();
      return 'unchanged';
    }
    const sdl = await body.text();
    const { 'x-hub-signature': signature, etag } = headers;
    if (statusCode !== 200) throw new Error(`The registry answered ${statusCode} to the question for the supergraph.`);
    if (typeof signature !== 'string') throw new Error('The registry delivered a supergraph without a signature.');
    return { sdl, signature, ...(typeof etag === 'string' ? { etag } : {}) };
  }

  /** The keys with which the registry signs */
  async keys(): Promise<RegistryKeys> {
    const { statusCode, body } = await this.#get('/registry/keys', {});
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`The registry answered ${statusCode} to the question for its keys.`);
    return registryKeys.parse(JSON.parse(text));
  }

  async #get(path: string, headers: Readonly<Record<string, string>>) {
    const authorization = `Bearer ${await this.#token()}`;
    return this.#pool.request({ method: 'GET', path, headers: { ...headers, authorization }, signal: AbortSignal.timeout(timeout) });
  }
}

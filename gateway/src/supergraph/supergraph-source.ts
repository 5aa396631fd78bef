import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { SupergraphManager, SupergraphSdlUpdateFunction } from '@apollo/gateway';
import type { Logger } from '@hub/kernel/service/logger.js';
import { deliveredSupergraph, type DeliveredSupergraph } from './delivered-supergraph.js';
import { PinnedKeys, SignatureRefused } from './pinned-keys.js';
import { readJsonFile } from './read-json-file.js';
import type { RegistryClient } from './registry-client.js';
import { replaceFile } from './replace-file.js';
import { SupergraphMissing } from './supergraph-missing.js';

/** Where the supergraph comes from. Times are in milliseconds. */
export interface SupergraphSourceOptions {
  readonly registry: Pick<RegistryClient, 'supergraph' | 'keys'>;
  /** Folder of what the gateway keeps: the last good supergraph and the registry's keys. */
  readonly folder: string;
  readonly log: Logger;
  readonly pollEvery?: number;
  /** How long a start without a kept supergraph waits for the registry. */
  readonly patience?: number;
}

/**
 * Gives @apollo/gateway the supergraph of the registry, signature verified, and a new one when there is one. The last
 * good one is kept on disk, so that a gateway starts and serves with the registry down.
 */
export class SupergraphSource implements SupergraphManager {
  readonly #options: SupergraphSourceOptions;
  readonly #keys: PinnedKeys;
  readonly #file: string;
  readonly #closing = new AbortController();
  #etag: string | undefined;
  #problem: string | undefined;

  constructor(options: SupergraphSourceOptions) {
    this.#options = options;
    this.#file = join(options.folder, 'supergraph.json');
    this.#keys = new PinnedKeys(join(options.folder, 'registry-keys.json'), () => options.registry.keys());
  }

  /** @throws SupergraphMissing where neither the registry nor the disk has one that is good */
  async initialize({ update }: { update: SupergraphSdlUpdateFunction }) {
    const { sdl: supergraphSdl } = await this.#first();
    const polling = this.#poll(update);
    return {
      supergraphSdl,
      cleanup: async () => {
        this.#closing.abort();
        await polling;
      },
    };
  }

  async #first(): Promise<DeliveredSupergraph> {
    const { patience = 30_000, log } = this.#options;
    const until = Date.now() + patience;
    for (;;) {
      try {
        const fresh = await this.#fetch();
        if (fresh) {
          await this.#keep(fresh);
          return fresh;
        }
      } catch (error) {
        const kept = await this.#kept();
        if (kept) {
          log.warn({ err: error }, 'started with the supergraph kept on disk, for the registry gave none');
          return kept;
        }
        if (error instanceof SignatureRefused) throw new SupergraphMissing(error.message, { cause: error });
        if (Date.now() > until) {
          throw new SupergraphMissing(
            `The registry gives no supergraph (${(error as Error).message}), and none is kept in ${this.#file}. Start the registry, or check URL_REGISTRY.`,
            { cause: error },
          );
        }
      }
      await delay(250);
    }
  }

  async #poll(update: SupergraphSdlUpdateFunction): Promise<void> {
    const { pollEvery = 2_000, log } = this.#options;
    while (!this.#closing.signal.aborted) {
      await delay(pollEvery, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      if (this.#closing.signal.aborted) return;
      try {
        const fresh = await this.#fetch();
        if (fresh && !this.#closing.signal.aborted) {
          // Known from here on, also if it cannot be loaded: it would not be better in two seconds.
          this.#etag = fresh.etag;
          update(fresh.sdl);
          await this.#keep(fresh);
        }
        this.#problem = undefined;
      } catch (error) {
        const { message } = error as Error;
        // Once per problem, not every two seconds.
        if (message !== this.#problem) log.error({ err: error }, 'the supergraph in force stays, for no better one came');
        this.#problem = message;
      }
    }
  }

  async #fetch(): Promise<DeliveredSupergraph | undefined> {
    const delivered = await this.#options.registry.supergraph(this.#etag);
    if (delivered === 'unchanged') return undefined;
    await this.#keys.verify(delivered);
    return delivered;
  }

  async #keep(supergraph: DeliveredSupergraph): Promise<void> {
    await replaceFile(this.#file, JSON.stringify(supergraph));
    this.#etag = supergraph.etag;
  }

  async #kept(): Promise<DeliveredSupergraph | undefined> {
    try {
      const kept = await readJsonFile(this.#file, deliveredSupergraph);
      if (!kept) return undefined;
      await this.#keys.verify(kept);
      this.#etag = kept.etag;
      return kept;
    } catch (error) {
      this.#options.log.error({ err: error }, 'the supergraph kept on disk cannot be used');
      return undefined;
    }
  }
}

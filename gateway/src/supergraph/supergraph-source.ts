import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import type { SupergraphManager, SupergraphSdlUpdateFunction } from '@apollo/gateway';
import { readJsonFile } from '@hub/kernel/files/read-json-file.js';
import { replaceFile } from '@hub/kernel/files/replace-file.js';
import { PinnedKeys } from '@hub/kernel/identity/pinned-keys.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { ToldSchema } from '@hub/kernel/terms-in-force/told-schema.js';
import { loadSupergraph } from '@hub/schema/supergraph/load-supergraph.js';
import { deliveredSupergraph, type DeliveredSupergraph } from './delivered-supergraph.js';
import { keptSupergraphFile } from './kept-supergraph-file.js';
import { pinnedKeysFile } from './pinned-keys-file.js';
import type { RegistryClient, Waiting } from './registry-client.js';
import { requireSigned, SignatureRefused } from './require-signed.js';
import { SupergraphMissing } from './supergraph-missing.js';

/** Where the supergraph comes from. Times are in milliseconds. */
export interface SupergraphSourceOptions {
  readonly registry: Pick<RegistryClient, 'supergraph' | 'keys'>;
  /** Folder of the hub's data, where the last good supergraph and the registry's keys are kept. */
  readonly dataDir: string;
  /** The contract that is served, where it is not the whole. */
  readonly variant?: string | undefined;
  readonly log: Logger;
  /** How often a registry is asked at most that does not keep the question until there is news. */
  readonly pollEvery?: number;
  /** How often a registry is asked that has not answered since the start. */
  readonly pollUnheardEvery?: number;
  /** How long a start without a kept supergraph waits for the registry. */
  readonly patience?: number;
}

/** A hub starts its gateway beside its registry; what the registry does not do in this time is told as a problem. */
const registryStartsWithin = 10_000;
/** Seconds for which the registry may keep the question whether there is another supergraph. */
const waitForNews = 25;
/** Before the next question, once there was news: of what is published twice in a row the gateway takes up the second soon. */
const afterNews = 100;

/**
 * Gives @apollo/gateway the supergraph of the registry, signature verified, and a new one when there is one. The last
 * good one is kept on disk, so that a gateway starts beside the registry, and serves with the registry down.
 */
export class SupergraphSource implements SupergraphManager {
  readonly #options: SupergraphSourceOptions;
  readonly #keys: PinnedKeys;
  readonly #file: string;
  readonly #closing = new AbortController();
  #etag: string | undefined;
  #problem: string | undefined;
  #heard = false;
  /** Entity tag of the one that is served. */
  #served: string | undefined;
  /** Of this process, as the registry is told it. */
  readonly instance = randomUUID();
  /** Why the one in force is not the one that is served. */
  #notLoaded: string | undefined;

  constructor(options: SupergraphSourceOptions) {
    this.#options = options;
    this.#file = keptSupergraphFile(options.dataDir, options.variant);
    this.#keys = new PinnedKeys(pinnedKeysFile(options.dataDir), () => options.registry.keys(), options.variant);
  }

  /** What keeps the supergraph from being known as the one in force: the registry has not answered since the start, if only with one that is refused. */
  get hindrance(): string | undefined {
    return this.#heard ? undefined : 'the registry has not told yet whether the supergraph kept here is in force';
  }

  /** That the supergraph in force could not be loaded, and an earlier one is served until there is one that can. */
  get warnings(): Readonly<Record<string, string>> {
    return this.#notLoaded === undefined ? {} : { supergraph: `the one in force cannot be loaded, and an earlier one is served: ${this.#notLoaded}` };
  }

  /** Removes what is kept, where the first supergraph was that and could not be loaded: it would keep every start from coming up. */
  async discardUnheard(): Promise<void> {
    if (!this.#heard) await this.#remove(new Error('it cannot be loaded'));
  }

  /** @throws SupergraphMissing where neither the registry nor the disk has one that is good */
  async initialize({ update }: { update: SupergraphSdlUpdateFunction }) {
    const first = await this.#first();
    const polling = this.#poll(update, first);
    return {
      supergraphSdl: first.sdl,
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
          const first = await this.#loadable(fresh);
          this.#etag = fresh.etag;
          this.#heard = true;
          return first;
        }
      } catch (error) {
        const kept = await this.#kept();
        if (kept) {
          log.info({ err: error }, 'started with the supergraph kept on disk, for the registry gave none');
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

  /** The one that the registry gives, or the one kept on disk where that can be loaded and the registry's cannot. */
  async #loadable(fresh: DeliveredSupergraph): Promise<DeliveredSupergraph> {
    const kept = await this.#kept();
    // What was served before was loaded before.
    if (!kept || kept.sdl === fresh.sdl) return fresh;
    const { why } = loadSupergraph(fresh.sdl);
    if (why === undefined || loadSupergraph(kept.sdl).why !== undefined) return fresh;
    this.#notLoaded = why;
    this.#options.log.error({ why }, 'started with the supergraph kept on disk, for the one in force cannot be loaded');
    return kept;
  }

  async #poll(update: SupergraphSdlUpdateFunction, first: DeliveredSupergraph): Promise<void> {
    const { pollEvery = 2_000, pollUnheardEvery = 100, log } = this.#options;
    const begun = Date.now();
    const registryMayBeStarting = () => !this.#heard && Date.now() < begun + registryStartsWithin;
    // By then it is loaded; or could not be, and all is over.
    await immediate();
    this.#served = first.etag;
    if (this.#heard && this.#notLoaded === undefined && !this.#closing.signal.aborted) {
      // A disk that is full keeps no gateway from serving.
      await this.#keep(first).catch((error: unknown) => log.error({ err: error }, 'the supergraph in force cannot be kept on disk'));
    }
    let pause = this.#heard ? 0 : pollUnheardEvery;
    while (!this.#closing.signal.aborted) {
      await delay(pause, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      if (this.#closing.signal.aborted) return;
      const asked = Date.now();
      pause = registryMayBeStarting() ? pollUnheardEvery : pollEvery;
      try {
        const fresh = await this.#fetch({ seconds: this.#heard ? waitForNews : 0, signal: this.#closing.signal });
        pause = fresh?.etag === undefined ? Math.max(0, pollEvery - (Date.now() - asked)) : afterNews;
        this.#heard = true;
        if (fresh && !this.#closing.signal.aborted) {
          // Known from here on, also if it cannot be loaded: it would not be better in two seconds.
          this.#etag = fresh.etag;
          this.#load(update, fresh);
          await this.#keep(fresh);
        }
        this.#problem = undefined;
      } catch (error) {
        if (this.#closing.signal.aborted) return;
        this.#heard ||= error instanceof SignatureRefused;
        if (registryMayBeStarting()) continue;
        const { message } = error as Error;
        // Once per problem, not every two seconds.
        if (message !== this.#problem) log.error({ err: error }, 'the supergraph in force stays, for no better one came');
        this.#problem = message;
      }
    }
  }

  /** @throws Error where it cannot be loaded, which is told until one is that can */
  #load(update: SupergraphSdlUpdateFunction, { sdl, etag }: DeliveredSupergraph): void {
    try {
      update(sdl);
      this.#served = etag;
      this.#notLoaded = undefined;
    } catch (error) {
      this.#notLoaded = (error as Error).message;
      throw error;
    }
  }

  /** What the registry is told that this gateway serves. */
  get #told(): ToldSchema | undefined {
    if (this.#served === undefined) return undefined;
    return { instance: this.instance, contentHash: this.#served.replaceAll('"', ''), builtHash: null, differing: null };
  }

  async #fetch(waiting?: Waiting): Promise<DeliveredSupergraph | undefined> {
    const delivered = await this.#options.registry.supergraph(this.#etag, waiting, this.#told);
    if (delivered === 'unchanged') return undefined;
    await requireSigned(this.#keys, delivered);
    return delivered;
  }

  async #keep(supergraph: DeliveredSupergraph): Promise<void> {
    await replaceFile(this.#file, JSON.stringify(supergraph));
    this.#etag = supergraph.etag;
  }

  /** What is kept on disk, verified. */
  async #kept(): Promise<DeliveredSupergraph | undefined> {
    try {
      const kept = await readJsonFile(this.#file, deliveredSupergraph).catch((error: unknown) => this.#remove(error));
      if (!kept) return undefined;
      await requireSigned(this.#keys, kept);
      this.#etag = kept.etag;
      return kept;
    } catch (error) {
      // Where there are no keys to verify it with, nothing is known of it, and it stays.
      if (error instanceof SignatureRefused) await this.#remove(error);
      return undefined;
    }
  }

  /** What can never be used again would be told at every try, and be tried at every start. */
  async #remove(why: unknown): Promise<undefined> {
    this.#options.log.error({ err: why }, 'the supergraph kept on disk cannot be used, and is removed');
    await rm(this.#file, { force: true });
    return undefined;
  }
}

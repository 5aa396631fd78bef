import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import { outboundDispatcher, type AddressRule } from '@hub/kernel/outbound/outbound-dispatcher.js';
import type { RunningWork, SubgraphEngine } from '@hub/kernel/service/subgraph-work.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { Agent } from 'undici';
import type { Context } from '../context.js';
import { isEntered, mayConnect, type SourceHosts } from '../domain/source-address.js';
import type { ImportSettings } from '../environment.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { importFileEntries } from '../repository/import-files.js';
import type { ImportMappings } from '../repository/import-mappings.js';
import { importPulls, type ClaimedPull, type ImportPulls, type PullNote } from '../repository/import-pulls.js';
import { askOwn } from './ask-own.js';
import { beginnerOf } from './beginner-of.js';
import type { ImportStore } from './import-store.js';
import { leaseBeside, placeSeconds, pullSource } from './pull-source.js';

/** Milliseconds between two looks for a pull that is due: after an event, and where there is none. */
const look = { shortest: 250, longest: 5_000 };

/**
 * Pulls sources beside the requests (定时采集, 5.1.1), one at a time in each process; each is claimed for a lease that outlasts what the source may take, so that no two
 * processes ask the same at once, and what a kill leaves is claimed by another.
 */
export class SourcePuller implements RunningWork {
  readonly #engine: SubgraphEngine<MonitoringCenterDatabase, Context>;
  readonly #settings: ImportSettings;
  readonly #store: ImportStore;
  readonly #mappings: ImportMappings;
  readonly #pulls: ImportPulls;
  readonly #dispatcher: Agent;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;

  constructor(engine: SubgraphEngine<MonitoringCenterDatabase, Context>, settings: ImportSettings, store: ImportStore, mappings: ImportMappings) {
    this.#engine = engine;
    this.#settings = settings;
    this.#store = store;
    this.#mappings = mappings;
    this.#pulls = importPulls(engine.database);
    this.#dispatcher = sourceDispatcher(settings.sourceHosts, settings.sourceSeconds);
    this.#running = settings.atOnce > 0 ? this.#run() : Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await this.#dispatcher.destroy();
  }

  async #run(): Promise<void> {
    const { wake, log } = this.#engine;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const { heard } = wake;
      try {
        const claimed = await this.#pulls.claim(this.#settings.sourceSeconds + leaseBeside);
        if (claimed) {
          await this.#attend(claimed);
          continue;
        }
      } catch (error) {
        // What could not be noted ends with its lease.
        if (!isDatabaseUnavailable(error)) log.error({ err: error }, 'sources cannot be pulled');
      }
      // The event of a pull that was scheduled wakes it, and that of an import that has ended; a time that has come makes no event.
      await wake.next(look.longest, signal, heard);
      await delay(look.shortest, undefined, { signal }).catch(() => undefined);
    }
  }

  async #attend(claimed: ClaimedPull): Promise<void> {
    if (claimed.pending !== null) return this.#pulls.settle(claimed, await this.#pulls.runOf(claimed));
    await this.#pulls.note(claimed, await this.#attempt(claimed));
  }

  async #attempt(pull: ClaimedPull): Promise<PullNote> {
    const { database, environment, log } = this.#engine;
    const { sourceHosts: entered, sourceSeconds: seconds, filesKept } = this.#settings;
    const { maxBytes: bytes, freeBytes, partyBytes } = environment.files;
    try {
      return await pullSource({
        ...{ pull, store: this.#store, entries: importFileEntries(database, this.#store, filesKept), entered, dispatcher: this.#dispatcher, signal: this.#stop.signal },
        mapping: () => this.#mappings.latest(database, pull.holder, pull.mapping),
        ask: askOwn({ engine: this.#engine, member: beginnerOf(pull.reader), locale: pull.locale as Locale, request: `pull ${pull.id}` }),
        isActive: async () => (await database.importPull.count({ where: { id: pull.id, leaseId: pull.leaseId, state: 'ACTIVE' } })) > 0,
        limits: { bytes, seconds, freeBytes, partyBytes, placeSeconds },
      });
    } catch (error) {
      // Not the source's fault, and no attempt.
      if (!this.#stop.signal.aborted && !isDatabaseUnavailable(error)) log.error({ err: error, importPull: pull.id }, 'a source could not be pulled');
      return { again: true };
    }
  }
}

/** Connections to sources: to public addresses and to those that the operator has entered, of hosts that were entered, and to nothing else. */
export function sourceDispatcher(entered: SourceHosts, timeoutSeconds: number, resolve?: Parameters<typeof outboundDispatcher>[0]['resolve']): Agent {
  const nowhere: AddressRule = () => false;
  const rules = new Map<string, AddressRule>();
  return outboundDispatcher({
    ruleOf: ({ hostname, port, protocol }) => {
      if (!isEntered({ hostname, port, protocol }, entered)) return nowhere;
      const name = `${protocol}${port}`;
      const rule = rules.get(name) ?? ((address: string) => mayConnect(address, { port, protocol }, entered));
      rules.set(name, rule);
      return rule;
    },
    timeoutSeconds,
    connections: 1,
    ...(resolve && { resolve }),
  });
}

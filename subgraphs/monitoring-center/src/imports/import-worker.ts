import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import { withEither } from '@hub/kernel/service/with-either.js';
import type { RunningWork, SubgraphEngine } from '@hub/kernel/service/subgraph-work.js';
import { ImportStopped } from '@hub/imports/running/import-stopped.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { Context } from '../context.js';
import type { ImportSettings } from '../environment.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { importRuns, mostFailures, type ClaimedImport, type ImportRuns } from '../repository/import-runs.js';
import { beginnerOf } from './beginner-of.js';
import { carryOnImport, type CarriedImport } from './carry-on-import.js';
import type { ImportStore } from './import-store.js';
import { takeInOwn } from './take-in-own.js';

/** Seconds after which an import is tried again. */
const again = { afterFault: 15, whileAway: 5 };
/** Milliseconds between two looks for an import: after an event, and where there is none, for a lease that has ended. */
const look = { shortest: 250, longest: 5_000 };
/** Milliseconds for which what is away is asked again. */
const patience = 30_000;

/**
 * Goes on with imports beside the requests (导入, 5.1.1): each is claimed for a lease that is renewed while this process works on it. What a
 * kill leaves is claimed by another, or after the next start, and goes on behind the last batch that was noted; what had been taken in and
 * not noted is told once more by its idempotency keys.
 */
export class ImportWorker implements RunningWork {
  readonly #engine: SubgraphEngine<MonitoringCenterDatabase, Context>;
  readonly #settings: ImportSettings;
  readonly #store: ImportStore;
  readonly #runs: ImportRuns;
  readonly #stop = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  readonly #running: Promise<unknown>;

  constructor(engine: SubgraphEngine<MonitoringCenterDatabase, Context>, settings: ImportSettings, store: ImportStore) {
    this.#engine = engine;
    this.#settings = settings;
    this.#store = store;
    this.#runs = importRuns(engine.database);
    this.#running = settings.atOnce > 0 ? this.#run() : Promise.resolve();
  }

  /** Whether an import is under way here. */
  get imports(): boolean {
    return this.#underWay.size > 0;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Claims for all that this process goes on with: one look at a time, however many events there are. */
  async #run(): Promise<void> {
    const { wake } = this.#engine;
    const { signal } = this.#stop;
    const underWay = this.#underWay;
    while (!signal.aborted) {
      const { heard } = wake;
      const claimed = underWay.size < this.#settings.atOnce ? await this.#claimed() : undefined;
      if (claimed) {
        const going = this.#goOn(claimed).finally(() => underWay.delete(going));
        underWay.add(going);
        continue;
      }
      // The event of an import that was started wakes it, and one that has ended leaves room; a lease that ends makes no event.
      await Promise.race([...underWay, wake.next(Math.min(look.longest, this.#settings.leaseSeconds * 1000), signal, heard)]);
      await delay(look.shortest, undefined, { signal }).catch(() => undefined);
    }
    await Promise.all(underWay);
  }

  async #claimed(): Promise<ClaimedImport | undefined> {
    try {
      return await this.#runs.claim(this.#settings.leaseSeconds);
    } catch (error) {
      if (!isDatabaseUnavailable(error)) this.#engine.log.error({ err: error }, 'imports cannot go on');
      return undefined;
    }
  }

  async #goOn(claimed: ClaimedImport): Promise<void> {
    const { log } = this.#engine;
    const own = new AbortController();
    const stop = () => own.abort();
    const renewing = setInterval(() => void this.#renew(claimed, stop), (this.#settings.leaseSeconds * 1000) / 3);
    try {
      if (claimed.failures > mostFailures) return await this.#giveUp(claimed);
      const ended = await withEither([this.#stop.signal, own.signal], (stopping) => carryOnImport({ ...this.#carried(claimed), stopping, stop }));
      if (!ended) await this.#runs.release(claimed, 0);
    } catch (error) {
      const passes = isDatabaseUnavailable(error) || error instanceof ImportStopped;
      if (!passes) log.error({ err: error, importRun: claimed.id }, 'an import failed unexpectedly');
      // What cannot be noted now ends with its lease.
      await this.#runs.release(claimed, passes ? again.whileAway : again.afterFault, !passes).catch(() => undefined);
    } finally {
      clearInterval(renewing);
    }
  }

  #carried(claimed: ClaimedImport): Omit<CarriedImport, 'stopping' | 'stop'> {
    return {
      ...{ claimed, runs: this.#runs, keptFor: this.#settings.filesKept, patience },
      takeIn: takeInOwn({ engine: this.#engine, member: beginnerOf(claimed.started), locale: claimed.locale as Locale, request: `import ${claimed.id}` }),
      path: this.#store.pathOf(claimed.holder, claimed.fileHash),
    };
  }

  /** Ends it where the lease was lost, or it was cancelled. */
  async #renew(claimed: ClaimedImport, stop: () => void): Promise<void> {
    // Whether it holds is seen again with each batch that is noted.
    if (!(await this.#runs.renew(claimed, this.#settings.leaseSeconds).catch(() => true))) stop();
  }

  async #giveUp(claimed: ClaimedImport): Promise<void> {
    const reference = randomUUID();
    this.#engine.log.error({ importRun: claimed.id, reference }, 'an import has failed too often, and is given up');
    await this.#runs.end(claimed, { code: 'INTERNAL_SERVER_ERROR', parameters: { reference } }, this.#settings.filesKept);
  }
}

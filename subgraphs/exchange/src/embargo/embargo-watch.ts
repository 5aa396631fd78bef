import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import type { RunningWork, SubgraphEngine } from '@hub/kernel/service/subgraph-work.js';
import type { Context } from '../context.js';
import type { EmbargoSettings } from '../domain/embargo-settings.js';
import type { ExchangeDatabase } from '../repository/database.js';
import { forgetAccessRecords } from '../repository/forget-access-records.js';
import { releaseAccessRecords } from '../repository/release-access-records.js';

type Engine = Pick<SubgraphEngine<ExchangeDatabase, Context>, 'database' | 'environment' | 'log'>;

const forgetAgainAfter = 3_600_000;

/** Shows reads to the holders when their embargo has ended, and removes what has been kept for long enough. */
export class EmbargoWatch implements RunningWork {
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #forgotten = 0;

  constructor(engine: Engine, settings: EmbargoSettings) {
    this.#running = this.#run(engine, settings);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(engine: Engine, { settling, every }: EmbargoSettings): Promise<void> {
    const { signal } = this.#stop;
    for (;;) {
      await delay(every * 1000, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await releaseAccessRecords(engine.database, settling);
        await this.#forget(engine);
      } catch (error) {
        if (!isDatabaseUnavailable(error)) engine.log.error({ err: error }, 'access records cannot be shown');
      }
    }
  }

  async #forget({ database, environment }: Engine): Promise<void> {
    const now = Date.now();
    if (now - this.#forgotten < forgetAgainAfter) return;
    this.#forgotten = now;
    await forgetAccessRecords(database, new Date(now - environment.auditRetention));
  }
}

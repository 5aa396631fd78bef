import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import type { ExchangeDatabase } from '../repository/database.js';
import { tellDutyStages } from '../repository/tell-duty-stages.js';

const batch = 50;
/** An owner that was not heard for so long is away, and its parties’ duties are told all the same. */
const patience = 3600;

export interface DutySweepOptions {
  readonly database: ExchangeDatabase;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/** What time does to duties (5.4.3 b): due soon, due, overdue, passed on. Several processes may sweep at once. */
export class DutySweep implements RunningWork {
  readonly #options: DutySweepOptions;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;

  constructor(options: DutySweepOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    const { database, seconds, log } = this.#options;
    while (!signal.aborted) {
      try {
        while (!signal.aborted && (await tellDutyStages(database, { now: new Date(), patience, batch })) === batch);
      } catch (error) {
        if (!signal.aborted && !isDatabaseUnavailable(error)) log.error({ err: error }, 'the clocks of duties could not be told');
      }
      await delay(seconds * 1000, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

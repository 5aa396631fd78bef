import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from '../acts/is-database-unavailable.js';
import type { Logger } from './logger.js';
import type { RunningWork } from './subgraph-work.js';

export interface RepeatedWorkOptions {
  /** Seconds between two rounds. */
  readonly seconds: number;
  readonly log: Logger;
  /** What is said of a round that failed. That the database is away is said elsewhere. */
  readonly failed: string;
}

/** Does a round of work at once, and again and again, until it is stopped; a round that fails keeps no other from being tried. */
export function repeatedWork({ seconds, log, failed }: RepeatedWorkOptions, round: (signal: AbortSignal) => Promise<void>): RunningWork {
  const controller = new AbortController();
  const { signal } = controller;
  const running = run();
  return {
    async stop() {
      controller.abort();
      await running;
    },
  };

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await round(signal);
      } catch (error) {
        if (!signal.aborted && !isDatabaseUnavailable(error)) log.error({ err: error }, failed);
      }
      await delay(seconds * 1000, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

import type { Logger } from '@hub/kernel/service/logger.js';
import { owners } from '@hub/kernel/service/subgraph-environment.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { ownersPerhapsAway } from '../domain/owners-perhaps-away.js';
import type { ExchangeDatabase } from '../repository/database.js';
import { tellDutyStages } from '../repository/tell-duty-stages.js';

const batch = 50;
/** An owner that was listened for and not heard for so many seconds is away, and its parties’ duties are told all the same. */
const patience = 3600;

export interface DutySweepOptions {
  readonly database: ExchangeDatabase;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  /** Seconds by which clocks may differ and what was done is told late. */
  readonly settling: number;
  readonly calendar: () => WorkingCalendar;
  /** Owners whose log holds an event that cannot be taken in: they are not away. */
  readonly stuck: () => readonly string[];
  readonly log: Logger;
}

/** What time does to duties (5.4.3 b): due soon, due, overdue, passed on. Several processes may sweep at once. */
export function dutySweep({ database, seconds, settling, calendar, stuck, log }: DutySweepOptions): RunningWork {
  const began = performance.now();
  const perhapsAway = () => ownersPerhapsAway(owners, { listening: performance.now() - began, patience: patience * 1000, stuck: stuck() });
  /** Those that failed in the last round: each round tries them again. */
  let failed: ReadonlyMap<string, unknown> = new Map();
  const work = repeatedWork({ seconds, log, failed: 'the clocks of duties could not be told' }, async (signal) => {
    const failing = new Map<string, unknown>();
    while (!signal.aborted && (await tellDutyStages(database, { now: new Date(), patience, settling, perhapsAway: perhapsAway(), calendar, batch, failing })) === batch);
    for (const [duty, error] of failing) if (!failed.has(duty) && !isDatabaseUnavailable(error)) log.error({ err: error, duty }, 'the clock of a duty could not be told');
    failed = failing;
  });
  return {
    stop: () => work.stop(),
    warnings: () => (failed.size === 0 ? {} : { 'clocks of duties': `${failed.size} could not be told, such as that of ${[...failed.keys()][0] ?? ''}; the log says why` }),
  };
}

import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { expireComplainants } from '../repository/expire-complainants.js';

export interface ComplainantSweepOptions {
  readonly database: MonitoringCenterDatabase;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/** Erases complainants whose time is over (5.4.3 d), in short transactions, one after the other. */
export function complainantSweep(options: ComplainantSweepOptions): RunningWork {
  return repeatedWork({ ...options, failed: 'complainants whose time is over could not be erased' }, async (signal) => {
    while ((await inUnitOfWork(options.database, { owner: 'monitoring-center', at: new Date(), actor: null, causedBy: [] }, expireComplainants)) && !signal.aborted);
  });
}

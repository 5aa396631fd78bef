import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ExchangeDatabase } from '../repository/database.js';
import { expireNames } from '../repository/expire-names.js';
import type { UserKeeping } from '../repository/user-keeping.js';

export interface NameSweepOptions {
  readonly database: ExchangeDatabase;
  readonly keeping: UserKeeping;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/** Erases names of users whose time is over (5.4.3 d), in short transactions, one after the other. */
export function nameSweep({ database, keeping, ...options }: NameSweepOptions): RunningWork {
  const expire = () => inUnitOfWork(database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, (unit) => expireNames(unit, keeping));
  return repeatedWork({ ...options, failed: 'names of users whose time is over could not be erased' }, async (signal) => {
    while ((await expire()) && !signal.aborted);
  });
}

import { inBatches } from '@hub/kernel/unit-of-work/in-batches.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import type { ContactKeeping } from '../repository/contact-keeping.js';
import type { ExchangeDatabase } from '../repository/database.js';
import { expireNames } from '../repository/expire-names.js';
import { limitNames } from '../repository/limit-names.js';
import { sealContactsOfBefore } from '../repository/seal-contacts-of-before.js';
import { sealNamesOfBefore } from '../repository/seal-names-of-before.js';
import type { UserKeeping } from '../repository/user-keeping.js';

export interface NameSweepOptions {
  readonly database: ExchangeDatabase;
  readonly keeping: UserKeeping;
  readonly contacts: ContactKeeping;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/** Encrypts names of users and addresses of parties that a process of the version before has written, says until when names are kept where that is not said yet, and erases those whose time is over (5.4.3 d). */
export function nameSweep({ database, keeping, contacts, ...options }: NameSweepOptions): RunningWork {
  return repeatedWork({ ...options, failed: 'names of users or addresses of parties could not be encrypted, or erased when their time was over' }, async (signal) => {
    await inBatches(database, 'exchange', (unit) => sealContactsOfBefore(unit, contacts), signal);
    for (const step of [sealNamesOfBefore, limitNames, expireNames]) await inBatches(database, 'exchange', (unit) => step(unit, keeping), signal);
  });
}

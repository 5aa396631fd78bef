import type { Logger } from '../service/logger.js';
import { repeatedWork } from '../service/repeated-work.js';
import type { RunningWork } from '../service/subgraph-work.js';
import { inBatches } from '../unit-of-work/in-batches.js';
import type { Database, Transaction } from '../unit-of-work/transaction.js';
import type { UnitOfWork } from '../unit-of-work/unit-of-work.js';

export interface PersonalSweepOptions<Tx extends Transaction> {
  readonly database: Database<Tx>;
  readonly owner: string;
  /** What is done each time: each does a batch, and tells whether there may be more. */
  readonly steps: readonly ((unit: UnitOfWork<Tx>) => Promise<boolean>)[];
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/** Encrypts personal data that a process of the version before has written, and erases those whose time is over (5.4.3 d), in short transactions, one after the other. */
export function personalSweep<Tx extends Transaction>({ database, owner, steps, ...options }: PersonalSweepOptions<Tx>): RunningWork {
  return repeatedWork({ ...options, failed: 'personal data could not be encrypted, or erased when their time was over' }, async (signal) => {
    for (const step of steps) await inBatches(database, owner, step, signal);
  });
}

import type { Logger } from '@hub/kernel/service/logger.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import { inBatches } from '@hub/kernel/unit-of-work/in-batches.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { archiveClosedCycles } from '../repository/archive-closed-cycles.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { noteClosedCycles } from '../repository/note-closed-cycles.js';

export interface ArchiveSweepOptions {
  readonly database: MonitoringCenterDatabase;
  /** Milliseconds for which a closed cycle stays at hand. */
  readonly after: number;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/** Moves cycles that are closed for long enough into the archive (归档, 5.4.4), in short transactions, one after the other. */
export function archiveSweep({ database, after, ...options }: ArchiveSweepOptions): RunningWork {
  return repeatedWork({ ...options, failed: 'closed cycles could not be moved into the archive' }, async (signal) => {
    await inUnitOfWork(database, { owner: 'monitoring-center', at: new Date(), actor: null, causedBy: [] }, noteClosedCycles);
    await inBatches(database, 'monitoring-center', (unit) => archiveClosedCycles(unit, after), signal);
  });
}

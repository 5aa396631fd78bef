import type { Logger } from '../service/logger.js';
import { repeatedWork } from '../service/repeated-work.js';
import type { RunningWork } from '../service/subgraph-work.js';
import { inBatches } from '../unit-of-work/in-batches.js';
import type { Database, Transaction } from '../unit-of-work/transaction.js';
import { inUnitOfWork, type UnitOfWork } from '../unit-of-work/unit-of-work.js';
import { archiveRows } from './archive-rows.js';
import type { ArchiveSettings } from './archive-settings.js';
import type { ArchivedTable } from './archived-table.js';

export interface ArchiveSweepOptions<Tx extends Transaction> extends ArchiveSettings {
  readonly database: Database<Tx>;
  readonly owner: string;
  /** Notes since when cycles are closed, and takes the note from those on which something is owed anew. */
  readonly note: (unit: UnitOfWork<Tx>) => Promise<void>;
  readonly tables: readonly ArchivedTable[];
  readonly log: Logger;
}

/** Moves cycles that are closed for long enough into the archive (归档, 5.4.4), in short transactions, one after the other. */
export function archiveSweep<Tx extends Transaction>({ database, owner, note, tables, after, ...options }: ArchiveSweepOptions<Tx>): RunningWork {
  return repeatedWork({ ...options, failed: 'closed cycles could not be moved into the archive' }, async (signal) => {
    await inUnitOfWork(database, { owner, at: new Date(), actor: null, causedBy: [] }, note);
    await inBatches(database, owner, (unit) => archiveRows(unit, tables, after), signal);
  });
}

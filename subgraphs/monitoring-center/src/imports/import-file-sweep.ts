import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { expireImportFile, importFilesOver } from '../repository/import-files.js';
import type { ImportStore } from './import-store.js';

export interface ImportFileSweepOptions {
  readonly database: MonitoringCenterDatabase;
  readonly store: Pick<ImportStore, 'remove'>;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/** Removes files that were handed in to be imported when their time is over: they can hold personal data (个人信息保护法 art. 19). */
export function importFileSweep({ database, store, seconds, log }: ImportFileSweepOptions): RunningWork {
  return repeatedWork({ seconds, log, failed: 'files of imports whose time is over could not be removed' }, async (signal) => {
    const now = new Date();
    for (const file of await importFilesOver(database, now)) {
      if (signal.aborted) return;
      // One that cannot be removed keeps no other from going.
      await expireImportFile(database, file, now, () => store.remove(file.partyId, file.hash)).catch((error: unknown) => {
        if (isDatabaseUnavailable(error)) throw error;
        log.error({ err: error, ...file }, 'a file of an import cannot be removed; that is tried again');
      });
    }
  });
}

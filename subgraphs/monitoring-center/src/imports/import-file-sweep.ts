import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { expireImportFiles } from '../repository/import-files.js';
import type { ImportStore } from './import-store.js';

export interface ImportFileSweepOptions {
  readonly database: MonitoringCenterDatabase;
  readonly store: Pick<ImportStore, 'remove'>;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/** Removes files that were handed in to be imported when their time is over: they can hold personal data (个人信息保护法 art. 19). */
export function importFileSweep({ database, store, ...options }: ImportFileSweepOptions): RunningWork {
  return repeatedWork({ ...options, failed: 'files of imports whose time is over could not be removed' }, async (signal) => {
    for (let more = true; more && !signal.aborted; ) {
      const expired = await expireImportFiles(database, new Date());
      for (const { partyId, hash } of expired) await store.remove(partyId, hash);
      more = expired.length > 0;
    }
  });
}

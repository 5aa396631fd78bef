import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import { HashedUploads } from '@hub/kernel/files/hashed-uploads.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { expireImportFile, importFilesOver } from '../repository/import-files.js';
import type { ImportStore } from './import-store.js';
import { wholeUploads } from './whole-uploads.js';

export interface ImportFileSweepOptions {
  readonly database: MonitoringCenterDatabase;
  readonly store: Pick<ImportStore, 'uploads' | 'remove'>;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/** Removes files that were handed in to be imported when their time is over, with what still lies of their uploads: they can hold personal data (个人信息保护法 art. 19). */
export function importFileSweep({ database, store, seconds, log }: ImportFileSweepOptions): RunningWork {
  const uploads = new HashedUploads({ directory: store.uploads });
  return repeatedWork({ seconds, log, failed: 'files of imports whose time is over could not be removed' }, async (signal) => {
    const now = new Date();
    const over = await importFilesOver(database, now);
    const whole = over.length === 0 ? [] : await wholeUploads(uploads);
    for (const file of over) {
      if (signal.aborted) return;
      const { partyId, hash, sm3 } = file;
      const removed = async () => {
        // Placed anew, an upload that outlives its file would bring it back.
        for (const { id } of whole.filter((upload) => upload.partyId === partyId && (upload.hash === hash || upload.hash === sm3))) await uploads.remove(id);
        await store.remove(partyId, hash);
      };
      // One that cannot be removed keeps no other from going.
      await expireImportFile(database, file, now, removed).catch((error: unknown) => {
        if (isDatabaseUnavailable(error)) throw error;
        log.error({ err: error, partyId, hash }, 'a file of an import cannot be removed; that is tried again');
      });
    }
  });
}

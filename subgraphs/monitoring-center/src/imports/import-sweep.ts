import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';
import { expireImports } from '../repository/expire-imports.js';

export interface ImportSweepOptions {
  readonly database: MonitoringCenterDatabase;
  /** Milliseconds for which an import and its report are kept after its end. */
  readonly keptFor: number;
  /** Seconds between two sweeps. */
  readonly seconds: number;
  readonly log: Logger;
}

/** Removes imports and their reports when their time is over: reports name rows of complaints (个人信息保护法 art. 19). What was taken in stays. */
export function importSweep({ database, keptFor, seconds, log }: ImportSweepOptions): RunningWork {
  return repeatedWork({ seconds, log, failed: 'imports whose time is over could not be removed' }, async (signal) => {
    const before = new Date(Date.now() - keptFor);
    while (!signal.aborted && (await expireImports(database, before)));
  });
}

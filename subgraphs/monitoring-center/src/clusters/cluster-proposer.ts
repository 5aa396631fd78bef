import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@hub/kernel/service/logger.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { compareRiskInformation } from '../repository/compare-risk-information.js';
import type { MonitoringCenterDatabase } from '../repository/database.js';

export interface ClusterProposerOptions {
  readonly database: MonitoringCenterDatabase;
  /** Seconds between two looks for what is to be compared. */
  readonly seconds: number;
  /** Whether this process imports: what comes in by that is compared when it has ended. */
  readonly imports: () => boolean;
  readonly log: Logger;
}

/** Proposes which records belong together (归并建议, 5.1.1), in the background of what takes them in, in short transactions, one after the other, half of the time: who waits for an answer has the other half. */
export function clusterProposer({ database, seconds, imports, log }: ClusterProposerOptions): RunningWork {
  return repeatedWork({ seconds, log, failed: 'records could not be compared with others' }, async (signal) => {
    while (!imports()) {
      const began = performance.now();
      const more = await inUnitOfWork(database, { owner: 'monitoring-center', at: new Date(), actor: null, causedBy: [] }, compareRiskInformation);
      if (!more || signal.aborted) return;
      await delay(performance.now() - began, undefined, { signal, ref: false }).catch(() => undefined);
    }
  });
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { Prisma } from '@hub/prisma/monitoring-center/generated/client.js';
import type { ResumeImportPullInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveImportPull } from './move-import-pull.js';

/** Resumes a pull where it was (恢复采集, 5.1.1), in the name of who resumes it. */
export function resumeImportPull(scope: ActScope<MonitoringCenterTransaction>, input: ResumeImportPullInput): Promise<ActResult> {
  const { unit } = scope;
  return moveImportPull(scope, 'resumeImportPull', input, { reader: { ...actRecord(unit) }, failedAttempts: 0, faults: 0, stoppedBecause: Prisma.DbNull, paused: Prisma.DbNull, pauseReason: null, nextAttemptAt: unit.now });
}

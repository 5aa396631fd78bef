import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { PauseImportPullInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveImportPull } from './move-import-pull.js';

/** Pauses a pull (暂停采集, 5.1.1); an import that it has started goes on. */
export function pauseImportPull(scope: ActScope<MonitoringCenterTransaction>, input: PauseImportPullInput): Promise<ActResult> {
  return moveImportPull(scope, 'pauseImportPull', input, { paused: { ...actRecord(scope.unit) }, pauseReason: requireText('reason', input.reason) });
}

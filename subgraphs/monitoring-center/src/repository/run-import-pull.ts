import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { RunImportPullInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveImportPull } from './move-import-pull.js';

/** Has a source pulled now (立即采集, 5.1.1), and after that as often as before. */
export function runImportPull(scope: ActScope<MonitoringCenterTransaction>, input: RunImportPullInput): Promise<ActResult> {
  return moveImportPull(scope, 'runImportPull', input, { nextAttemptAt: scope.unit.now });
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { EndImportPullInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveImportPull } from './move-import-pull.js';

/** Ends a pull for good (终止采集, 5.1.1). */
export function endImportPull(scope: ActScope<MonitoringCenterTransaction>, input: EndImportPullInput): Promise<ActResult> {
  return moveImportPull(scope, 'endImportPull', input, { ended: { ...actRecord(scope.unit) }, endReason: requireText('reason', input.reason) });
}

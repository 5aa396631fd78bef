import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { CancelSamplingOrderInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { endSamplingOrder } from './end-sampling-order.js';
import { lockedSamplingOrder } from './locked-sampling-order.js';

/** Cancels a sampling order (取消采样任务, 5.2.2); its open batches are free for another. */
export async function cancelSamplingOrder(
  { unit, caller, admit }: ActScope<MonitoringCenterTransaction>,
  { samplingOrderId, expectedRevision, reason }: CancelSamplingOrderInput,
): Promise<ActResult> {
  const order = admit(await lockedSamplingOrder(unit.tx, samplingOrderId, caller.partyId), {
    type: 'SamplingOrder',
    id: samplingOrderId,
    field: 'samplingOrderId',
    expectedRevision,
  });
  await endSamplingOrder(unit, order, 'cancelSamplingOrder', requireText('reason', reason));
  return { valueId: order.id };
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireOrderable } from '../domain/require-orderable.js';
import { samplingOrderMachine } from '../domain/sampling-order-machine.js';
import type { OrderReplacementSampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockPlan, planInForce } from './plan-in-force.js';
import { writeSamplingOrder } from './write-sampling-order.js';

/** Orders one batch to be bought in place of a sample that went back or could not be inspected (补样, 5.2.4 b, 5.3.2). */
export async function orderReplacementSample(scope: ActScope<MonitoringCenterTransaction>, input: OrderReplacementSampleInput): Promise<ActResult> {
  const { tx, now } = scope.unit;
  // Of one's own samples alone: whoever waited for another centre's plan would know that the sample exists.
  const named = await tx.sample.findFirst({ where: { id: input.sampleId, holder: scope.caller.partyId }, select: { planId: true } });
  // Before it is asked whether one is ordered already, so that two at once do not both order.
  if (named) await lockPlan(tx, named.planId);
  const sample = await admitSample(scope, input);
  if (sample.state === 'DISPOSED' && !sample.reached.includes('INSPECTION_FAILED')) throw new Refusal('SAMPLE_WAS_TESTED', { field: 'sampleId', parameters: { sample: sample.number } });
  const before = await tx.samplingOrder.findFirst({ where: { replacesSampleId: sample.id, state: { not: 'CANCELLED' } } });
  if (before) {
    throw new Refusal('REPLACEMENT_ORDERED', { field: 'sampleId', parameters: { sample: sample.number, order: before.number } });
  }
  const reason = requireText('reason', input.reason);
  const plan = await planInForce(tx, sample.planId, sample.holder, 'sampleId');
  const workPlan = await tx.workPlan.findUniqueOrThrow({ where: { planId: sample.planId } });
  const purchase = await tx.purchase.findUniqueOrThrow({ where: { id: sample.purchaseId } });
  const platformId = input.platformId ?? purchase.platformId;
  const { samplerId } = input;
  const order = await writeSamplingOrder(
    scope.unit,
    workPlan,
    {
      platformId,
      samplerId,
      dueAt: requireOrderable(workPlan, plan, { platformId, samplerId, dueAt: input.dueAt ?? null, replacesOn: purchase.platformId }, now),
      batches: 1,
      planProduct: sample.planProduct,
      productName: sample.productKind,
      replacesSampleId: sample.id,
      replacementReason: reason,
    },
    samplingOrderMachine.begin('orderReplacementSample'),
  );
  return { valueId: order.id };
}

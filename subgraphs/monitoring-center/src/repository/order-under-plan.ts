import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { SamplingOrder } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockedSamplingOrder } from './locked-sampling-order.js';
import { lockPlan } from './plan-in-force.js';

/** The order that an item names, held with its plan: what is done under one plan comes one after the other, so that nobody takes unseen what another took. */
export async function orderUnderPlan(
  { unit: { tx }, caller, admit }: ActScope<MonitoringCenterTransaction>,
  id: string,
  { field, expectedRevision }: { readonly field: string; readonly expectedRevision?: number | null | undefined },
): Promise<SamplingOrder> {
  // Of one's own orders alone: whoever waited for another centre's plan would know that the order exists.
  const named = await tx.samplingOrder.findFirst({ where: { id, holder: caller.partyId }, select: { planId: true } });
  if (named) await lockPlan(tx, named.planId);
  return admit(await lockedSamplingOrder(tx, id, caller.partyId), { type: 'SamplingOrder', id, field, expectedRevision });
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireSince } from '@hub/kernel/validation/require-time.js';
import { dueAfter } from '../domain/due-after.js';
import { madePurchase } from '../domain/sampling-causes.js';
import type { ShipSampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';
import { samplingTimeLimit } from './sampling-time-limit.js';

/** Sends a sample to the named place; what left after its time is marked late (寄送, 5.2.3). */
export async function shipSample(scope: ActScope<MonitoringCenterTransaction>, input: ShipSampleInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  const purchase = await unit.tx.purchase.findUniqueOrThrow({ where: { id: sample.purchaseId } });
  const shippedAt = requireSince('shippedAt', input.shippedAt, madePurchase(purchase), unit.now);
  const workPlan = await unit.tx.workPlan.findUnique({ where: { planId: sample.planId } });
  const place = input.place ?? workPlan?.receivingPlace ?? '';
  const waybill = requireText('waybill', input.waybill, 100);
  const shipment = {
    place: requireText('place', place, 500),
    carrier: requireText('carrier', input.carrier, 200),
    waybill,
    shippedAt: shippedAt.toISOString(),
    late: shippedAt > dueAfter(purchase.purchasedAt, await samplingTimeLimit(unit, sample.planId, 'shipWithin')),
    acted: { ...actRecord(unit) },
  };
  await moveSample(unit, sample, 'shipSample', { shipment, waybill });
  await unit.closeDuties('ShipSample', sample.id);
  return { valueId: sample.id };
}

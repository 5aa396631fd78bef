import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { requireQuantity } from '../domain/require-quantity.js';
import type { TakeBackSampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';
import { requireSealFree } from './require-seal-free.js';
import { tellRetestImpossible } from './tell-retest-impossible.js';

/**
 * Puts a sample back into the warehouse that a lab sent back, as it came: so many of the units that were sent, in such a condition, under a seal of now (退样入库, 5.2.4 a). Of which nothing is left,
 * because the lab had used it up or it was lost, cannot be inspected any more: another may be ordered in its place, and a retest of it is impossible.
 *
 * @throws Refusal SEAL_IN_USE, SAMPLE_QUANTITY_EXCEEDED, VALUE_REQUIRED
 */
export async function takeBackSample(scope: ActScope<MonitoringCenterTransaction>, input: TakeBackSampleInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  const sent = unitsSent(sample);
  const back = requireQuantity('quantity', input.quantity, sent, 0);
  const condition = requireText('condition', input.condition, 1000);
  const taken = { quantity: back, condition, acted: { ...actRecord(unit) } };
  const quantity = sample.quantity - sent + back;
  if (quantity === 0) await loseSample(unit, sample, { place: null, sealNumber: null, ...taken });
  else {
    const sealNumber = requireText('sealNumber', input.sealNumber ?? '', 100);
    await requireSealFree(unit.tx, sample, sealNumber);
    const takenBack = { place: requireText('place', input.place ?? '', 200), sealNumber, ...taken };
    await moveSample(unit, sample, 'takeBackSample', { takenBack, sealNumber, quantity }, 'WAREHOUSED');
  }
  await unit.closeDuties('TakeBackSample', sample.id);
  return { valueId: sample.id };
}

/** Units that the lab was sent; where nobody noted the dispatch, all that were set apart for the test. */
function unitsSent({ dispatch, quantity }: Sample): number {
  return (dispatch as { readonly quantity?: number } | null)?.quantity ?? quantity;
}

async function loseSample(unit: UnitOfWork<MonitoringCenterTransaction>, sample: Sample, takenBack: { readonly condition: string; readonly [part: string]: unknown }): Promise<void> {
  const facts = takenBack.condition;
  const lost = { takenBack: takenBack as object, quantity: 0, failure: { reason: 'OTHER', facts, failedAt: unit.now.toISOString() } };
  await moveSample(unit, sample, 'takeBackSample', lost, 'INSPECTION_FAILED');
  if (sample.retestId === null) return;
  await unit.dropDuties('CarryOutRetest', sample.id);
  tellRetestImpossible(unit, sample, sample.retestId, facts);
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireQuantity } from '../domain/require-quantity.js';
import type { TakeBackSampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';
import { requireSealFree } from './require-seal-free.js';

/**
 * Puts a sample back into the warehouse that a lab sent back, as it came: so many units, in such a condition, under a seal of now (退样入库, 5.2.4 a). Of which nothing came back, because
 * the lab had used it up or it was lost, cannot be inspected any more: another may be ordered in its place.
 *
 * @throws Refusal SEAL_IN_USE, SAMPLE_QUANTITY_EXCEEDED, VALUE_REQUIRED
 */
export async function takeBackSample(scope: ActScope<MonitoringCenterTransaction>, input: TakeBackSampleInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  const quantity = requireQuantity('quantity', input.quantity, sample.quantity, 0);
  const condition = requireText('condition', input.condition, 1000);
  const acted = { ...actRecord(unit) };
  if (quantity === 0) {
    const takenBack = { place: null, sealNumber: null, quantity, condition, acted };
    await moveSample(unit, sample, 'takeBackSample', { takenBack, failure: { reason: 'OTHER', facts: condition, failedAt: unit.now.toISOString() } }, 'INSPECTION_FAILED');
  } else {
    const sealNumber = requireText('sealNumber', input.sealNumber ?? '', 100);
    await requireSealFree(unit.tx, sample, sealNumber);
    const takenBack = { place: requireText('place', input.place ?? '', 200), sealNumber, quantity, condition, acted };
    await moveSample(unit, sample, 'takeBackSample', { takenBack, sealNumber, quantity }, 'WAREHOUSED');
  }
  await unit.closeDuties('TakeBackSample', sample.id);
  return { valueId: sample.id };
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireQuantity } from '../domain/require-quantity.js';
import { sealOfDispatch } from '../domain/seal-of-dispatch.js';
import type { DispatchSampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';
import { requireSealFree } from './require-seal-free.js';

/** Sends a sample to the lab that has accepted its commission, and tells the lab what to expect (出库送检, 5.2.4 a). */
export async function dispatchSample(scope: ActScope<MonitoringCenterTransaction>, input: DispatchSampleInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  const { sealNumber, resealReason } = sealOfDispatch(input, sample.sealNumber, sample.number);
  if (sealNumber !== sample.sealNumber) await requireSealFree(unit.tx, sample, sealNumber);
  const parcel = {
    sealNumber,
    quantity: requireQuantity('quantity', input.quantity, sample.quantity),
    carrier: requireText('carrier', input.carrier, 200),
    waybill: requireText('waybill', input.waybill, 100),
  };
  const commission = await unit.tx.inspectionCommission.findUniqueOrThrow({ where: { id: sample.commissionId ?? '' } });
  if (commission.state === 'ISSUED') {
    throw new Refusal('COMMISSION_NOT_ACCEPTED', { field: 'sampleId', parameters: { number: commission.number } });
  }
  const moved = await moveSample(unit, sample, 'dispatchSample', { dispatch: { ...parcel, resealReason, acted: { ...actRecord(unit) } }, sealNumber });
  await unit.closeDuties('DispatchSample', sample.id);
  unit.emit({
    kind: 'SampleDispatched',
    subjectType: 'Sample',
    subjectId: sample.id,
    stamps: stampsOf(moved),
    receivers: { labs: { sampleId: sample.id, commissionId: commission.id, ...parcel, dispatchedAt: unit.now.toISOString() } },
  });
  return { valueId: sample.id };
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireQuantity } from '../domain/require-quantity.js';
import type { WarehouseSampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';
import { requireSealFree } from './require-seal-free.js';

/** Puts a sample into the warehouse, sealed and divided, once evidence on it is preserved (入库, 5.2.4 a). */
export async function warehouseSample(scope: ActScope<MonitoringCenterTransaction>, input: WarehouseSampleInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  const evidence = await unit.tx.evidence.findFirst({ where: { sampleId: sample.id }, select: { id: true } });
  if (!evidence) throw new Refusal('EVIDENCE_MISSING', { field: 'sampleId', parameters: { sample: sample.number } });
  const quantityForTest = requireQuantity('quantityForTest', input.quantityForTest, sample.quantity);
  const quantityRetained = requireQuantity('quantityRetained', input.quantityRetained, sample.quantity - quantityForTest, 0);
  const sealNumber = requireText('sealNumber', input.sealNumber, 100);
  await requireSealFree(unit.tx, sample, sealNumber);
  const warehousing = {
    place: requireText('place', input.place, 200),
    sealNumber,
    quantityForTest,
    quantityRetained,
    acted: { ...actRecord(unit) },
  };
  await moveSample(unit, sample, 'warehouseSample', { warehousing, sealNumber, quantity: quantityForTest });
  await unit.closeDuties('WarehouseSample', sample.id);
  return { valueId: sample.id };
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { disposalToWitness, type Disposal } from '../domain/disposal.js';
import { planFollowers } from '../domain/plan-followers.js';
import { requireQuantity } from '../domain/require-quantity.js';
import type { DisposeSampleInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { requireNeededNoMore } from './require-needed-no-more.js';

/** Tells how a sample that is needed no more was disposed of, retained units with it; another person is to bear witness (样品处置, after 5.4.1). */
export async function disposeSample(scope: ActScope<MonitoringCenterTransaction>, input: DisposeSampleInput): Promise<ActResult> {
  const { unit } = scope;
  const { tx } = unit;
  // A retest that is ordered at the same time comes before or after.
  await tx.$executeRaw`SELECT 1 FROM sample WHERE id = ${input.sampleId} AND holder = ${scope.caller.partyId} FOR UPDATE`;
  const sample = await admitSample(scope, input);
  if (disposalToWitness(sample)) throw new Refusal('DISPOSAL_NOT_WITNESSED', { field: 'sampleId', parameters: { sample: sample.number } });
  const left = await requireNeededNoMore(tx, sample);
  const disposal: Disposal = {
    method: input.method,
    place: requireText('place', input.place, 200),
    quantity: requireQuantity('quantity', input.quantity, left),
    reason: requireText('reason', input.reason),
    disposed: actRecord(unit),
    witness: null,
  };
  const [told] = await tx.sample.updateManyAndReturn({
    where: { id: sample.id, revision: sample.revision },
    data: { disposals: [...(sample.disposals as object[]), { ...disposal }] as object[], revision: { increment: 1 } },
  });
  if (!told) throw new Refusal('CONCURRENT_CHANGE', { field: 'sampleId', parameters: { type: 'Sample' } });
  await unit.openDuty({
    kind: 'WitnessDisposal',
    subjectType: 'Sample',
    subjectId: told.id,
    partyId: told.holder,
    role: 'STOREKEEPER',
    dueAt: await unit.dueBy('WitnessDisposal'),
    concerned: planFollowers(told),
    partOf: told.planId,
  });
  unit.emit({ kind: 'SampleDisposalTold', subjectType: 'Sample', subjectId: told.id, stamps: stampsOf(told), receivers: {} });
  return { valueId: told.id };
}

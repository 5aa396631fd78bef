import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { isSamePerson } from '@hub/kernel/unit-of-work/is-same-person.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { disposalToWitness, type Disposal } from '../domain/disposal.js';
import type { WitnessDisposalInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { moveSample } from './move-sample.js';
import { requireNeededNoMore } from './require-needed-no-more.js';

/** A second person bears witness to a disposal, or says what was otherwise: then the sample is where it was, and its disposal may be told anew (见证样品处置, after 5.4.1). */
export async function witnessDisposal(scope: ActScope<MonitoringCenterTransaction>, input: WitnessDisposalInput): Promise<ActResult> {
  const { unit } = scope;
  // A retest that is ordered at the same time comes before or after.
  await unit.tx.$executeRaw`SELECT 1 FROM sample WHERE id = ${input.sampleId} AND holder = ${scope.caller.partyId} FOR UPDATE`;
  const sample = await admitSample(scope, input);
  const told = disposalToWitness(sample);
  if (!told) throw new Refusal('DISPOSAL_NOT_TOLD', { field: 'sampleId', parameters: { sample: sample.number } });
  if (isSamePerson(told.disposed, unit.actor)) throw new Refusal('WITNESS_NEEDED', { field: 'sampleId', parameters: { user: unit.actor.userId } });
  const { agrees } = input;
  // A retest may have been ordered since it was told.
  if (agrees) await requireNeededNoMore(unit.tx, sample);
  const remark = agrees ? optionalText('remark', input.remark) : requireText('remark', input.remark ?? '');
  const witnessed: Disposal = { ...told, witness: { agrees, remark, signed: actRecord(unit) } };
  const disposals = [...(sample.disposals as object[]).slice(0, -1), { ...witnessed }] as object[];
  if (agrees) await moveSample(unit, sample, 'witnessDisposal', { disposals });
  else {
    const [denied] = await unit.tx.sample.updateManyAndReturn({ where: { id: sample.id, revision: sample.revision }, data: { disposals, revision: { increment: 1 } } });
    if (!denied) throw new Refusal('CONCURRENT_CHANGE', { field: 'sampleId', parameters: { type: 'Sample' } });
    unit.emit({ kind: 'SampleDisposalDenied', subjectType: 'Sample', subjectId: denied.id, stamps: stampsOf(denied), receivers: {} });
  }
  await unit.closeDuties('WitnessDisposal', sample.id);
  return { valueId: sample.id };
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { Json } from '@hub/kernel/log/event.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireMoney } from '@hub/kernel/validation/require-money.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { inspectionCommissionMachine } from '../domain/inspection-commission-machine.js';
import { issuingRegulator } from '../domain/issuing-regulator.js';
import { itemsToTest } from '../domain/items-to-test.js';
import { requireQualifiedLab, type LabAccreditation, type LabScopeItem } from '../domain/require-qualified-lab.js';
import { spentAmounts } from '../domain/spent-amounts.js';
import type { CommissionInspectionInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { giveSamples } from './give-samples.js';
import { lockedSamples } from './locked-samples.js';
import { receivedPlan } from './received-plan.js';
import { requireAnotherLab } from './require-another-lab.js';
import { requireNothingProposed } from './require-nothing-proposed.js';
import { whatSamplesAre } from './what-samples-are.js';

/** The most samples of one commission. */
const sampleLimit = 500;

/** Chooses and commissions a lab whose accreditation covers every item (选择并委托, 3.2 c). */
export async function commissionInspection(
  { unit, caller, codeLists, admit }: ActScope<MonitoringCenterTransaction>,
  input: CommissionInspectionInput,
): Promise<ActResult> {
  const { tx, now } = unit;
  const ids = [...new Set(input.sampleIds)].sort();
  requireValid(ids.length > 0 && ids.length <= sampleLimit, 'sampleIds', { en: `a commission holds 1 to ${sampleLimit} samples`, 'zh-CN': `一份委托包含 1 至 ${sampleLimit} 个样品` }, { en: 'the id of one sample', 'zh-CN': '一个样品的 id' });
  const testFee = input.testFee ? requireMoney('testFee', input.testFee) : null;
  const agreedDueAt = requireFuture('agreedDueAt', input.agreedDueAt, now);
  // Two commissions of the same samples come one after the other.
  const rows = new Map((await lockedSamples(tx, ids, caller.partyId)).map((row) => [row.id, row]));
  const samples = ids.map((id) => admit(rows.get(id) ?? null, { type: 'Sample', id, field: 'sampleIds' }));
  await requireNothingProposed(tx, 'sampleIds', ids);
  const [planId = '', ...otherPlans] = new Set(samples.map((sample) => sample.planId));
  if (otherPlans.length > 0) throw new Refusal('SAMPLES_OF_SEVERAL_PLANS', { field: 'sampleIds' });

  const plan = await receivedPlan(tx, planId);
  const bought = new Set(samples.map(({ planProduct }) => planProduct));
  const testItems = itemsToTest(
    input.testItems,
    plan?.products.filter(({ position }) => bought.has(position)).flatMap((product) => product.testItems) ?? [],
    { codeLists, now },
  );
  const lab = await knownLab(tx, input.labId);
  const subcontractingAllowed = input.subcontractingAllowed ?? false;
  await requireAnotherLab(tx, samples, lab.labId, subcontractingAllowed);
  requireQualifiedLab(lab, testItems, dayInShanghai(now), input.testItems ? 'testItems' : 'labId');

  const regulators = plan?.concerned ?? [];
  const commission = await tx.inspectionCommission.create({
    data: {
      // At random: labs compete, and a counter would tell each how much the others are given.
      number: await takeNumber(tx, 'INSPECTION_COMMISSION', { holder: caller.partyId, at: now }),
      labId: lab.labId,
      planId,
      sampleIds: ids,
      ...(await whatSamplesAre(tx, samples)),
      testItems: testItems.map((item) => ({ ...item })),
      agreedDueAt,
      blind: input.blind ?? true,
      subcontractingAllowed,
      testFeeAmount: testFee?.amount ?? null,
      testFeeCurrency: testFee?.currency ?? null,
      commissioned: { ...actRecord(unit) },
      commissionedAt: now,
      holder: caller.partyId,
      concerned: [...regulators, lab.labId],
      ...inspectionCommissionMachine.begin('commissionInspection'),
    },
  });
  await giveSamples(tx, samples, commission);
  unit.emit({
    kind: 'InspectionCommissioned',
    subjectType: 'InspectionCommission',
    subjectId: commission.id,
    stamps: stampsOf(commission),
    receivers: {
      labs: {
        id: commission.id,
        number: commission.number,
        centerId: commission.holder,
        regulatorId: issuingRegulator(planId, regulators),
        labId: lab.labId,
        blind: commission.blind,
        subcontractingAllowed: commission.subcontractingAllowed,
        agreedDueAt: agreedDueAt.toISOString(),
        testItems: testItems.map((item) => ({ ...item, clause: item.clause ?? null })),
        // The number that the lab knows and the kind of product, nothing else: not even the centre's own number.
        samples: samples.map(({ id, blindNumber, productKind, quantity }) => ({ id, blindNumber, productKind, quantity })),
      },
      // Of the plan the exchange learns, so that it can sum progress and spending; labs do not.
      exchange: { partOf: planId, spent: spentAmounts({ TEST_FEE: testFee }) as unknown as Json },
    },
  });
  return { valueId: commission.id };
}

/** A lab whose accreditation the centre has received. @throws Refusal LAB_UNKNOWN */
async function knownLab(tx: MonitoringCenterTransaction, id: string): Promise<LabAccreditation> {
  const participant = await findParticipant(tx, id);
  const scope = await tx.labScope.findUnique({ where: { labId: id } });
  if (participant?.kind !== 'LAB' || participant.state !== 'ACTIVE' || !scope) {
    throw new Refusal('LAB_UNKNOWN', { field: 'labId', parameters: { lab: id } });
  }
  return { ...scope, scope: scope.scope as unknown as readonly LabScopeItem[] };
}

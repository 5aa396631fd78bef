import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireParticipant } from '@hub/kernel/members/require-participant.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { monitoringPlanMachine } from '../domain/monitoring-plan-machine.js';
import { planAssignmentMachine } from '../domain/plan-assignment-machine.js';
import { productsAsJson } from '../domain/plan-products.js';
import type { AcceptPlanAssignmentInput, PlanProduct } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { ownAssignment } from './own-assignment.js';

/** Accepts a part of a plan of a regulator above (承接, 3.1 a): a plan of one's own is drafted, which rests on the same reports. */
export async function acceptPlanAssignment(scope: ActScope<RegulatorTransaction>, input: AcceptPlanAssignmentInput): Promise<ActResult> {
  const { unit } = scope;
  const { tx, now } = unit;
  const before = await ownAssignment(scope, input);
  await requireParticipant(tx, 'MONITORING_CENTER', input.centerId, 'centerId');
  const above = await tx.monitoringPlan.findUnique({ where: { id: before.planId } });
  if (!above) throw new Refusal('NOT_FOUND', { field: 'assignmentId', parameters: { type: 'PlanAssignment', id: before.id } });
  const overseers = before.concerned.filter((id) => id !== before.assigneeId);
  const plan = await tx.monitoringPlan.create({
    data: {
      number: await takeNumber(tx, 'MONITORING_PLAN', { holder: before.assigneeId, at: now }),
      title: input.title == null ? before.title : requireText('title', input.title, 200),
      nature: before.nature,
      reportIds: above.reportIds,
      hazardDegrees: above.hazardDegrees,
      products: productsAsJson(before.products as unknown as PlanProduct[]),
      centerId: input.centerId,
      platformIds: before.platformIds,
      deadline: before.deadline,
      feedbackWithin: before.feedbackWithin,
      budgetAmount: before.budgetAmount,
      budgetCurrency: before.budgetCurrency,
      drafted: { ...actRecord(unit) },
      assignmentId: before.id,
      above: [...above.above, above.id],
      holder: before.assigneeId,
      concerned: [input.centerId, before.holder, ...overseers],
      ...monitoringPlanMachine.begin('acceptPlanAssignment'),
    },
  });
  const assignment = await tx.planAssignment.update({
    where: { id: before.id },
    data: { ...planAssignmentMachine.move('acceptPlanAssignment', before), answered: { ...actRecord(unit) }, carriedOutById: plan.id },
  });
  await unit.closeDuties('AnswerPlanAssignment', before.id);
  await unit.openDuty({
    kind: 'CompleteAssignedPlan',
    subjectType: 'PlanAssignment',
    subjectId: before.id,
    partyId: before.assigneeId,
    role: 'OFFICER',
    dueAt: before.deadline,
    concerned: [before.holder],
    partOf: before.id,
  });
  unit.emit({ kind: 'PlanAssignmentAccepted', subjectType: 'PlanAssignment', subjectId: before.id, stamps: stampsOf(assignment), receivers: {} });
  unit.emit({
    kind: 'MonitoringPlanDrafted',
    subjectType: 'MonitoringPlan',
    subjectId: plan.id,
    stamps: stampsOf(plan),
    // So that the exchange can sum progress upwards.
    receivers: { exchange: { partOf: above.id, overseers: [before.holder, ...overseers] } },
  });
  return { valueId: before.id };
}

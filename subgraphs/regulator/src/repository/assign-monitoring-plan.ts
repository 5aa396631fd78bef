import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { requireParticipant } from '@hub/kernel/members/require-participant.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { assignedContent } from '../domain/assigned-content.js';
import { assignedParts } from '../domain/assigned-parts.js';
import { planAssignmentMachine } from '../domain/plan-assignment-machine.js';
import { productsAsJson } from '../domain/plan-products.js';
import { requireBelow } from '../domain/require-below.js';
import { requireCoversAssigned } from '../domain/require-covers-assigned.js';
import type { AssignMonitoringPlanInput, PlanProduct } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedPlan } from './locked-plan.js';
import { partsOfPlan } from './parts-of-plan.js';
import { tellOwnShare } from './tell-own-share.js';

/** Assigns a part of a plan to a regulator below (分解下达, 3.1 a), which owes an answer; the centre's own share is less by it. */
export async function assignMonitoringPlan(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: AssignMonitoringPlanInput,
): Promise<ActResult> {
  const { tx, now } = unit;
  const { planId, expectedRevision } = input;
  const plan = admit(await lockedPlan(tx, planId, caller.partyId), { type: 'MonitoringPlan', id: planId, field: 'planId', expectedRevision });
  const assignee = await requireParticipant(tx, 'REGULATOR', input.assigneeId, 'assigneeId');
  requireBelow('assigneeId', assignee, await findParticipant(tx, plan.holder));
  const products = plan.products as unknown as PlanProduct[];
  const content = assignedContent(input, { ...plan, products }, now);
  const answerBy = input.answerBy == null ? await unit.dueBy('AnswerPlanAssignment') : requireFuture('answerBy', input.answerBy, now);
  const begun = planAssignmentMachine.begin('assignMonitoringPlan');
  const together = assignedParts([...(await partsOfPlan(tx, planId)), { ...content, ...begun }]);
  requireCoversAssigned({ ...plan, products }, together, {
    batches: (position) => `products.${content.positions.indexOf(position)}.batches`,
    budget: 'budget.amount',
  });
  const assignment = await tx.planAssignment.create({
    data: {
      ...content,
      products: productsAsJson(content.products),
      number: await takeNumber(tx, 'PLAN_ASSIGNMENT', { holder: plan.holder, at: now }),
      planId,
      assigneeId: assignee.id,
      title: plan.title,
      nature: plan.nature,
      feedbackWithin: plan.feedbackWithin,
      answerBy,
      assignedAt: now,
      assigned: { ...actRecord(unit) },
      holder: plan.holder,
      concerned: [assignee.id, ...plan.concerned.filter((id) => id !== plan.centerId)],
      ...begun,
    },
  });
  await unit.openDuty({
    kind: 'AnswerPlanAssignment',
    subjectType: 'PlanAssignment',
    subjectId: assignment.id,
    partyId: assignee.id,
    role: 'OFFICER',
    dueAt: answerBy,
    concerned: [plan.holder],
    partOf: assignment.id,
  });
  // Of which plan it is a part goes to the exchange alone: the duty names the part, for who has it does not read the plan.
  unit.emit({ kind: 'MonitoringPlanAssigned', subjectType: 'PlanAssignment', subjectId: assignment.id, stamps: stampsOf(assignment), receivers: { exchange: { partOf: planId } } });
  await tellOwnShare(unit, plan);
  return { valueId: assignment.id };
}

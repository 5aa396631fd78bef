import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { monitoringPlanMachine } from '../domain/monitoring-plan-machine.js';
import { planAssignmentMachine } from '../domain/plan-assignment-machine.js';
import type { ReturnPlanAssignmentInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedPlan } from './locked-plan.js';
import { ownAssignment } from './own-assignment.js';
import { tellOwnShare } from './tell-own-share.js';

/** Returns a part of a plan with the reason (退回, 3.1 a), with the draft made for it; its batches and budget are free again above. */
export async function returnPlanAssignment(scope: ActScope<RegulatorTransaction>, input: ReturnPlanAssignmentInput): Promise<ActResult> {
  const { unit } = scope;
  const { tx } = unit;
  const before = await ownAssignment(scope, input);
  const returnReason = requireText('reason', input.reason);
  const answered = { ...actRecord(unit) };
  const draft = before.carriedOutById === null ? null : await lockedPlan(tx, before.carriedOutById, before.assigneeId);
  if (draft !== null) {
    if (!monitoringPlanMachine.leadsFrom('returnPlanAssignment', draft)) {
      throw new Refusal('ASSIGNED_PLAN_ISSUED', { field: 'assignmentId', parameters: { number: before.number, plan: draft.number } });
    }
    const plan = await tx.monitoringPlan.update({
      where: { id: draft.id },
      data: { ...monitoringPlanMachine.move('returnPlanAssignment', draft), cancelReason: returnReason, ended: answered },
    });
    unit.emit({ kind: 'MonitoringPlanCancelled', subjectType: 'MonitoringPlan', subjectId: plan.id, stamps: stampsOf(plan), receivers: {} });
  }
  const assignment = await tx.planAssignment.update({
    where: { id: before.id },
    data: { ...planAssignmentMachine.move('returnPlanAssignment', before), returnReason, answered },
  });
  await unit.closeDuties('AnswerPlanAssignment', before.id);
  await unit.dropDuties('CompleteAssignedPlan', before.id);
  unit.emit({ kind: 'PlanAssignmentReturned', subjectType: 'PlanAssignment', subjectId: before.id, stamps: stampsOf(assignment), receivers: {} });
  await tellOwnShare(unit, await lockedPlan(unit.tx, before.planId, before.holder));
  return { valueId: before.id };
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { planAssignmentMachine } from '../domain/plan-assignment-machine.js';
import type { WithdrawPlanAssignmentInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedAssignment } from './locked-assignment.js';
import { lockedPlan } from './locked-plan.js';
import { tellOwnShare } from './tell-own-share.js';

/** Withdraws a part of a plan before it is answered (撤回, 3.1 a); its batches and budget are free again. */
export async function withdrawPlanAssignment(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: WithdrawPlanAssignmentInput,
): Promise<ActResult> {
  const { assignmentId: id, expectedRevision } = input;
  const before = admit(await lockedAssignment(unit.tx, id, caller.partyId), { type: 'PlanAssignment', id, field: 'assignmentId', expectedRevision });
  const withdrawReason = requireText('reason', input.reason);
  const assignment = await unit.tx.planAssignment.update({
    where: { id },
    data: { ...planAssignmentMachine.move('withdrawPlanAssignment', before), withdrawReason },
  });
  await unit.dropDuties('AnswerPlanAssignment', id);
  unit.emit({ kind: 'PlanAssignmentWithdrawn', subjectType: 'PlanAssignment', subjectId: id, stamps: stampsOf(assignment), receivers: {} });
  await tellOwnShare(unit, await lockedPlan(unit.tx, before.planId, before.holder));
  return { valueId: id };
}

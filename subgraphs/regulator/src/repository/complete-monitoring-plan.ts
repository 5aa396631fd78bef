import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { monitoringPlanMachine } from '../domain/monitoring-plan-machine.js';
import type { CompleteMonitoringPlanInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { endAssignment } from './end-assignment.js';
import { lockedAssignment } from './locked-assignment.js';
import { openCasesOfPlan } from './open-cases-of-plan.js';
import { requireNothingAssigned } from './require-nothing-assigned.js';

/** Completes a plan (办结, 3.1): nothing is bought under it any more, no case on its data is open, and no regulator below has a part of it. */
export async function completeMonitoringPlan(
  { unit, admit }: ActScope<RegulatorTransaction>,
  input: CompleteMonitoringPlanInput,
): Promise<ActResult> {
  const before = admit(await unit.tx.monitoringPlan.findUnique({ where: { id: input.planId } }), {
    type: 'MonitoringPlan',
    id: input.planId,
    field: 'planId',
    expectedRevision: input.expectedRevision,
  });
  const cases = await openCasesOfPlan(unit.tx, before.id);
  if (cases.length > 0) throw new Refusal('PLAN_HAS_OPEN_CASES', { field: 'planId', parameters: { numbers: cases.join(', ') } });
  // Before the plan, as whoever returns it does.
  const assignment = before.assignmentId === null ? null : await lockedAssignment(unit.tx, before.assignmentId, before.holder);
  await requireNothingAssigned(unit.tx, before.id);
  const [plan] = await unit.tx.monitoringPlan.updateManyAndReturn({
    where: { id: before.id, revision: before.revision },
    data: { ...monitoringPlanMachine.move('completeMonitoringPlan', before), ended: { ...actRecord(unit) } },
  });
  if (!plan) throw new Refusal('CONCURRENT_CHANGE', { field: 'planId', parameters: { type: 'MonitoringPlan' } });
  if (assignment) await endAssignment(unit, assignment, plan, 'completeMonitoringPlan');
  unit.emit({
    kind: 'MonitoringPlanCompleted',
    subjectType: 'MonitoringPlan',
    subjectId: plan.id,
    stamps: stampsOf(plan),
    receivers: { 'monitoring-center': { id: plan.id } },
  });
  return { valueId: plan.id };
}

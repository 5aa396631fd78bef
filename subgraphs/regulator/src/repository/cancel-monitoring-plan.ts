import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { monitoringPlanMachine } from '../domain/monitoring-plan-machine.js';
import type { CancelMonitoringPlanInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { endAssignment } from './end-assignment.js';
import { lockedAssignment } from './locked-assignment.js';
import { requireNothingAssigned } from './require-nothing-assigned.js';

/** Cancels a plan (撤销, 3.1). Of a draft the centre never knew, and it is told nothing. */
export async function cancelMonitoringPlan(
  { unit, admit }: ActScope<RegulatorTransaction>,
  input: CancelMonitoringPlanInput,
): Promise<ActResult> {
  const before = admit(await unit.tx.monitoringPlan.findUnique({ where: { id: input.planId } }), {
    type: 'MonitoringPlan',
    id: input.planId,
    field: 'planId',
    expectedRevision: input.expectedRevision,
  });
  const reason = requireText('reason', input.reason);
  // Before the plan, as whoever returns it does.
  const assignment = before.assignmentId === null ? null : await lockedAssignment(unit.tx, before.assignmentId, before.holder);
  await requireNothingAssigned(unit.tx, before.id);
  const [plan] = await unit.tx.monitoringPlan.updateManyAndReturn({
    where: { id: before.id, revision: before.revision },
    data: { ...monitoringPlanMachine.move('cancelMonitoringPlan', before), cancelReason: reason, ended: { ...actRecord(unit) } },
  });
  if (!plan) throw new Refusal('CONCURRENT_CHANGE', { field: 'planId', parameters: { type: 'MonitoringPlan' } });
  if (assignment) await endAssignment(unit, assignment, plan, 'cancelMonitoringPlan');
  unit.emit({
    kind: 'MonitoringPlanCancelled',
    subjectType: 'MonitoringPlan',
    subjectId: plan.id,
    stamps: stampsOf(plan),
    receivers: plan.issued === null ? {} : { 'monitoring-center': { id: plan.id, reason } },
  });
  return { valueId: plan.id };
}

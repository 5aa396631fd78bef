import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { requireComplete } from '../domain/missing-of-work-plan.js';
import { workPlanMachine } from '../domain/work-plan-machine.js';
import type { StartWorkPlanInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockPlanOfWorkPlan, planInForce } from './plan-in-force.js';
import { requireMembersOfWorkPlan } from './require-members-of-work-plan.js';

/** Starts a work plan that lacks nothing (5.2.1); from now on sampling is ordered under it, and its regulator reads it. */
export async function startWorkPlan(
  { unit, caller, admit }: ActScope<MonitoringCenterTransaction>,
  { workPlanId, expectedRevision }: StartWorkPlanInput,
): Promise<ActResult> {
  const { tx, now } = unit;
  await lockPlanOfWorkPlan(tx, workPlanId, caller.partyId);
  const draft = admit(await tx.workPlan.findUnique({ where: { id: workPlanId } }), {
    type: 'WorkPlan',
    id: workPlanId,
    field: 'workPlanId',
    expectedRevision,
  });
  await planInForce(tx, draft.planId, draft.holder, 'workPlanId');
  requireComplete(draft);
  if (draft.samplingUntil) requireFuture('samplingUntil', draft.samplingUntil, now);
  // Whoever was named in the draft may have left since.
  await requireMembersOfWorkPlan(tx, draft.holder, draft);
  const [started] = await tx.workPlan.updateManyAndReturn({
    where: { id: draft.id, revision: draft.revision },
    data: { ...workPlanMachine.move('startWorkPlan', draft), started: { ...actRecord(unit) } },
  });
  if (!started) throw new Refusal('CONCURRENT_CHANGE', { field: 'workPlanId', parameters: { type: 'WorkPlan' } });
  await unit.closeDuties('StartWorkPlan', started.planId);
  unit.emit({
    kind: 'WorkPlanStarted',
    subjectType: 'WorkPlan',
    subjectId: started.id,
    stamps: stampsOf(started),
    receivers: {},
  });
  return { valueId: started.id };
}

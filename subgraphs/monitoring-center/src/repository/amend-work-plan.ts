import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireChange } from '@hub/kernel/validation/require-change.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireComplete } from '../domain/missing-of-work-plan.js';
import { workPlanChanges } from '../domain/work-plan-changes.js';
import { emptyWorkPlan, workPlanContent } from '../domain/work-plan-content.js';
import type { AmendWorkPlanInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockPlanOfWorkPlan, planInForce } from './plan-in-force.js';
import { requireMembersOfWorkPlan } from './require-members-of-work-plan.js';

/** Changes a work plan (5.2.1). Once it has started, samplers work by it: it stays complete, and each change has its reason. */
export async function amendWorkPlan(
  { unit, caller, admit }: ActScope<MonitoringCenterTransaction>,
  { workPlanId, expectedRevision, reason, ...told }: AmendWorkPlanInput,
): Promise<ActResult> {
  const { tx } = unit;
  await lockPlanOfWorkPlan(tx, workPlanId, caller.partyId);
  const before = admit(await tx.workPlan.findUnique({ where: { id: workPlanId } }), {
    type: 'WorkPlan',
    id: workPlanId,
    field: 'workPlanId',
    expectedRevision,
  });
  const started = before.state === 'STARTED';
  const why = optionalText('reason', reason);
  if (started && why === null) throw new Refusal('WORK_PLAN_AMENDMENT_WITHOUT_REASON', { field: 'reason' });
  const content = workPlanContent(before, told, await planInForce(tx, before.planId, before.holder, 'workPlanId'), { now: unit.now, empty: emptyWorkPlan(await unit.limits()) });
  requireChange('WorkPlan', 'workPlanId', before, { ...content });
  await requireMembersOfWorkPlan(tx, before.holder, content);
  if (started) requireComplete(content);
  const amendment = { reason: why, amended: actRecord(unit), changes: workPlanChanges(before, content) };
  const [amended] = await tx.workPlan.updateManyAndReturn({
    where: { id: before.id, revision: before.revision },
    data: {
      ...content,
      ...(started && { amendments: [...(before.amendments as object[]), amendment] }),
      revision: { increment: 1 },
    },
  });
  if (!amended) throw new Refusal('CONCURRENT_CHANGE', { field: 'workPlanId', parameters: { type: 'WorkPlan' } });
  unit.emit({
    kind: 'WorkPlanAmended',
    subjectType: 'WorkPlan',
    subjectId: amended.id,
    stamps: stampsOf(amended),
    receivers: {},
  });
  return { valueId: amended.id };
}

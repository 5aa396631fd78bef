import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringPlan, PlanAssignment } from '@hub/prisma/regulator/generated/client.js';
import { planAssignmentMachine } from '../domain/plan-assignment-machine.js';
import type { RegulatorTransaction } from './database.js';
import { lockedPlan } from './locked-plan.js';
import { tellOwnShare } from './tell-own-share.js';

/** Ends what a plan carried out, held to the commit, for a regulator above, with the plan; of one that was never issued it goes back, with the reason. */
export async function endAssignment(
  unit: UnitOfWork<RegulatorTransaction>,
  before: PlanAssignment,
  plan: MonitoringPlan,
  cause: 'cancelMonitoringPlan' | 'completeMonitoringPlan',
): Promise<void> {
  const { tx } = unit;
  if (!planAssignmentMachine.leadsFrom(cause, before)) return;
  if (plan.issued === null) {
    const returned = await tx.planAssignment.update({
      where: { id: before.id },
      data: { ...planAssignmentMachine.move('cancelMonitoringPlan', before, 'RETURNED'), returnReason: plan.cancelReason, answered: { ...actRecord(unit) } },
    });
    await unit.dropDuties('CompleteAssignedPlan', before.id);
    unit.emit({ kind: 'PlanAssignmentReturned', subjectType: 'PlanAssignment', subjectId: before.id, stamps: stampsOf(returned), receivers: {} });
    await tellOwnShare(unit, await lockedPlan(tx, before.planId, before.holder));
    return;
  }
  const ended = await tx.planAssignment.update({ where: { id: before.id }, data: planAssignmentMachine.move(cause, before, 'ENDED') });
  await (cause === 'completeMonitoringPlan' ? unit.closeDuties('CompleteAssignedPlan', before.id) : unit.dropDuties('CompleteAssignedPlan', before.id));
  unit.emit({ kind: 'PlanAssignmentEnded', subjectType: 'PlanAssignment', subjectId: before.id, stamps: stampsOf(ended), receivers: {} });
}

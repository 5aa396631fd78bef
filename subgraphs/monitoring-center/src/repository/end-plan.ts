import type { ReceivedMonitoringPlan } from '@hub/prisma/monitoring-center/generated/client.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { receivedMonitoringPlanMachine } from '../domain/received-monitoring-plan-machine.js';
import { samplingOrderMachine } from '../domain/sampling-order-machine.js';
import { workPlanMachine } from '../domain/work-plan-machine.js';
import type { MonitoringCenterTransaction } from './database.js';
import { endSamplingOrder, type PlanEnd } from './end-sampling-order.js';
import { lockedSamplingOrder } from './locked-sampling-order.js';

/**
 * Ends a plan at the centre as its regulator ended it (3.1): the work plan and what is still ordered end with it, and nobody
 * owes a work plan or purchases any more. What was bought goes on.
 */
export async function endPlan(
  unit: UnitOfWork<MonitoringCenterTransaction>,
  plan: ReceivedMonitoringPlan,
  cause: PlanEnd,
  reason: string | null,
): Promise<void> {
  const { tx } = unit;
  const ended = await tx.receivedMonitoringPlan.update({ where: { id: plan.id }, data: receivedMonitoringPlanMachine.move(cause, plan) });
  unit.emit({
    kind: cause === 'regulator.MonitoringPlanCancelled' ? 'MonitoringPlanCancellationReceived' : 'MonitoringPlanCompletionReceived',
    subjectType: 'MonitoringPlan',
    subjectId: ended.id,
    stamps: stampsOf(ended),
    receivers: {},
  });
  const workPlan = await tx.workPlan.findUnique({ where: { planId: plan.id } });
  if (workPlan && workPlanMachine.leadsFrom(cause, workPlan)) {
    const moved = await tx.workPlan.update({ where: { id: workPlan.id }, data: workPlanMachine.move(cause, workPlan) });
    unit.emit({
      kind: cause === 'regulator.MonitoringPlanCancelled' ? 'WorkPlanCancelled' : 'WorkPlanCompleted',
      subjectType: 'WorkPlan',
      subjectId: moved.id,
      stamps: stampsOf(moved),
      receivers: {},
    });
  }
  for (const { id } of await tx.samplingOrder.findMany({ where: { planId: plan.id }, orderBy: { id: 'asc' }, select: { id: true } })) {
    const order = await lockedSamplingOrder(tx, id, null);
    if (order && samplingOrderMachine.leadsFrom(cause, order)) await endSamplingOrder(unit, order, cause, reason);
  }
  await unit.dropDuties('StartWorkPlan', plan.id);
}

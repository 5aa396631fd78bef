import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { ReceivedMonitoringPlan } from '@hub/prisma/monitoring-center/generated/client.js';
import type { PlanProduct } from '../domain/plan-product.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * A plan is owed a work plan (启动工作方案, 5.2.1) as long as something of it is the centre's own to buy and none has started: of one whose batches all went to regulators
 * below nothing is owed, until a part comes back.
 */
export async function oweWorkPlan(unit: UnitOfWork<MonitoringCenterTransaction>, plan: ReceivedMonitoringPlan): Promise<void> {
  const { tx } = unit;
  if ((plan.products as unknown as readonly PlanProduct[]).every(({ batches }) => batches === 0)) return unit.dropDuties('StartWorkPlan', plan.id);
  const started = await tx.workPlan.findFirst({ where: { planId: plan.id, reached: { has: 'STARTED' } }, select: { id: true } });
  const [open] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM kernel.duty WHERE kind = 'StartWorkPlan' AND subject_id = ${plan.id} AND closed_at IS NULL`;
  if (started || open) return;
  await unit.openDuty({
    kind: 'StartWorkPlan',
    subjectType: 'MonitoringPlan',
    subjectId: plan.id,
    partyId: plan.holder,
    role: 'ANALYST',
    dueAt: await unit.dueBy('StartWorkPlan'),
    concerned: plan.concerned,
    partOf: plan.id,
  });
}

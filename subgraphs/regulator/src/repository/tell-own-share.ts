import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringPlanState } from '../generated/graphql.js';
import { amendedForCenter } from './amended-for-center.js';
import type { RegulatorTransaction } from './database.js';
import { lockedPlan } from './locked-plan.js';
import { partsOfPlan } from './parts-of-plan.js';

const inForce: MonitoringPlanState = 'ISSUED';

/** Tells the centre of a plan in force how much of it is its own, after a part has gone to a regulator below or come back. */
export async function tellOwnShare(unit: UnitOfWork<RegulatorTransaction>, planId: string, holder: string): Promise<void> {
  const found = await lockedPlan(unit.tx, planId, holder);
  if (found?.state !== inForce) return;
  const plan = await unit.tx.monitoringPlan.update({ where: { id: planId }, data: { revision: { increment: 1 } } });
  unit.emit({
    kind: 'MonitoringPlanAmended',
    subjectType: 'MonitoringPlan',
    subjectId: plan.id,
    stamps: stampsOf(plan),
    receivers: { 'monitoring-center': amendedForCenter(plan, await partsOfPlan(unit.tx, planId)) },
  });
}

import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { MonitoringPlan } from '@hub/prisma/regulator/generated/client.js';
import { assignedParts } from '../domain/assigned-parts.js';
import type { MonitoringPlanState } from '../generated/graphql.js';
import { amendedForCenter } from './amended-for-center.js';
import type { RegulatorTransaction } from './database.js';
import { partsOfPlan } from './parts-of-plan.js';

const inForce: MonitoringPlanState = 'ISSUED';

/** Tells the centre of a plan in force, which is held to the commit, how much of it is its own, after a part has gone to a regulator below or come back. */
export async function tellOwnShare(unit: UnitOfWork<RegulatorTransaction>, held: MonitoringPlan | null): Promise<void> {
  if (held?.state !== inForce) return;
  const plan = await unit.tx.monitoringPlan.update({ where: { id: held.id }, data: { revision: { increment: 1 } } });
  unit.emit({
    kind: 'MonitoringPlanAmended',
    subjectType: 'MonitoringPlan',
    subjectId: plan.id,
    stamps: stampsOf(plan),
    receivers: { 'monitoring-center': amendedForCenter(plan, assignedParts(await partsOfPlan(unit.tx, plan.id))) },
  });
}

import type { PlanAssignment } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** All that was assigned of a plan, in any state. */
export function partsOfPlan(tx: RegulatorTransaction, planId: string): Promise<PlanAssignment[]> {
  return tx.planAssignment.findMany({ where: { planId }, orderBy: { assignedAt: 'asc' } });
}

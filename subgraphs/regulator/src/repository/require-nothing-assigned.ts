import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { PlanAssignmentState } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';

const open: PlanAssignmentState[] = ['ASSIGNED', 'ACCEPTED'];

/** A plan does not end while regulators below have parts of it (3.1 a). @throws Refusal PLAN_HAS_OPEN_ASSIGNMENTS */
export async function requireNothingAssigned(tx: RegulatorTransaction, planId: string): Promise<void> {
  const parts = await tx.planAssignment.findMany({ where: { planId, state: { in: open } }, select: { number: true }, orderBy: { assignedAt: 'asc' }, take: 20 });
  if (parts.length === 0) return;
  throw new Refusal('PLAN_HAS_OPEN_ASSIGNMENTS', { field: 'planId', parameters: { numbers: parts.map(({ number }) => number).join(', ') } });
}

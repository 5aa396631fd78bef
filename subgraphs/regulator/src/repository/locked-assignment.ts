import type { PlanAssignment } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** A part of a plan, held to the commit by whoever it is of or for: it is answered or withdrawn once. Nobody waits for another’s. */
export async function lockedAssignment(tx: RegulatorTransaction, id: string, partyId: string): Promise<PlanAssignment | null> {
  await tx.$queryRaw`SELECT id FROM plan_assignment WHERE id = ${id} AND (holder = ${partyId} OR ${partyId} = ANY(concerned)) FOR UPDATE`;
  return tx.planAssignment.findUnique({ where: { id } });
}

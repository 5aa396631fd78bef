import type { HazardDirection } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** A direction, held to the commit: answers that arrive at once are all kept. */
export async function lockedDirection(tx: RegulatorTransaction, id: string): Promise<HazardDirection | null> {
  await tx.$queryRaw`SELECT id FROM hazard_direction WHERE id = ${id} FOR UPDATE`;
  return tx.hazardDirection.findUnique({ where: { id } });
}

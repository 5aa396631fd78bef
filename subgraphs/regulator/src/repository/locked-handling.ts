import type { HazardHandling } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** A case, held to the commit: one that is being closed gets no further direction. */
export async function lockedHandling(tx: RegulatorTransaction, id: string): Promise<HazardHandling | null> {
  await tx.$queryRaw`SELECT id FROM hazard_handling WHERE id = ${id} FOR UPDATE`;
  return tx.hazardHandling.findUnique({ where: { id } });
}

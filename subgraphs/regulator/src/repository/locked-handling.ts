import type { HazardHandling } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** A case of a regulator, held to the commit: one that is being closed gets no further direction. Nobody waits for another’s. */
export async function lockedHandling(tx: RegulatorTransaction, id: string, holder: string): Promise<HazardHandling | null> {
  await tx.$queryRaw`SELECT id FROM hazard_handling WHERE id = ${id} AND holder = ${holder} FOR UPDATE`;
  return tx.hazardHandling.findUnique({ where: { id } });
}

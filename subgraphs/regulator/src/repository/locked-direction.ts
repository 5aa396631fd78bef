import type { HazardDirection } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** A direction, held to the commit: answers that arrive at once are all kept. Of an act its holder’s alone: nobody waits for another’s. */
export async function lockedDirection(tx: RegulatorTransaction, id: string, holder: string | null): Promise<HazardDirection | null> {
  await tx.$queryRaw`SELECT id FROM hazard_direction WHERE id = ${id} AND (${holder}::text IS NULL OR holder = ${holder}) FOR UPDATE`;
  return tx.hazardDirection.findUnique({ where: { id } });
}

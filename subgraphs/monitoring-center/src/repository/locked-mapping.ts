import type { ImportMapping } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/** A mapping, held so that nobody else decides upon it meanwhile; only of its holder: nobody waits for another's. */
export async function lockedMapping(tx: MonitoringCenterTransaction, id: string, partyId: string): Promise<ImportMapping | null> {
  await tx.$executeRaw`SELECT 1 FROM import_mapping WHERE id = ${id} AND holder = ${partyId} FOR UPDATE`;
  return tx.importMapping.findUnique({ where: { id } });
}

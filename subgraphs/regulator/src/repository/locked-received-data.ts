import type { ReceivedMonitoringData } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** Monitoring data at the desk, held to the commit: a case opened and a version superseding at once wait for each other. Of an act its holder’s, or what was handed up to it: nobody waits for another’s. */
export async function lockedReceivedData(tx: RegulatorTransaction, ids: readonly string[], holder: string | null): Promise<ReceivedMonitoringData[]> {
  await tx.$queryRaw`SELECT id FROM received_monitoring_data WHERE id = ANY(${[...ids]}) AND (${holder}::text IS NULL OR holder = ${holder} OR ${holder} = ANY(concerned)) ORDER BY id FOR UPDATE`;
  return tx.receivedMonitoringData.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } });
}

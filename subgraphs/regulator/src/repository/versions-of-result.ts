import type { ReceivedMonitoringData } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** All versions of a result at the desk it lies on, by id. */
export async function versionsOfResult(tx: RegulatorTransaction, { document, holder }: Pick<ReceivedMonitoringData, 'document' | 'holder'>): Promise<string[]> {
  const versions = await tx.receivedMonitoringData.findMany({ where: { document, holder }, select: { id: true } });
  return versions.map(({ id }) => id);
}

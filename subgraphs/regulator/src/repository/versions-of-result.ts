import type { RegulatorTransaction } from './database.js';

/** All versions of the result that a notice told of, by id: what is said rightly of one may hold for each. */
export async function versionsObjectedTo(tx: RegulatorTransaction, noticeId: string): Promise<string[]> {
  const { monitoringDataId } = await tx.resultNotice.findUniqueOrThrow({ where: { id: noticeId }, select: { monitoringDataId: true } });
  const { document, holder } = await tx.receivedMonitoringData.findUniqueOrThrow({ where: { id: monitoringDataId }, select: { document: true, holder: true } });
  const versions = await tx.receivedMonitoringData.findMany({ where: { document, holder }, select: { id: true } });
  return versions.map(({ id }) => id);
}

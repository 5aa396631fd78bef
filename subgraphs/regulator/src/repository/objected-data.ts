import type { Objection, ReceivedMonitoringData } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** The monitoring data that an objection is against: those that its notice told of. */
export async function objectedData(tx: RegulatorTransaction, { noticeId }: Pick<Objection, 'noticeId'>): Promise<ReceivedMonitoringData> {
  const { monitoringDataId } = await tx.resultNotice.findUniqueOrThrow({ where: { id: noticeId }, select: { monitoringDataId: true } });
  return tx.receivedMonitoringData.findUniqueOrThrow({ where: { id: monitoringDataId } });
}

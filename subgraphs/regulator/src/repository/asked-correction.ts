import type { Json } from '@hub/kernel/log/event.js';
import type { Objection } from '@hub/prisma/regulator/generated/client.js';
import type { RegulatorTransaction } from './database.js';

/** What the centre is told of an objection: where it is upheld, that its monitoring data are to be corrected, and why. */
export async function askedCorrection(tx: RegulatorTransaction, { state, noticeId, ground, decisionReason, holder }: Objection): Promise<Readonly<Record<string, Json>>> {
  if (state !== 'UPHELD') return {};
  const { monitoringDataId } = await tx.resultNotice.findUniqueOrThrow({ where: { id: noticeId }, select: { monitoringDataId: true } });
  return { 'monitoring-center': { regulatorId: holder, monitoringDataId, ground, reason: decisionReason } };
}

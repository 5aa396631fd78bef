import type { CorrectionProposal } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/** A proposed correction of a centre, or asked of a party, held until the transaction ends: of an answer and a withdrawal at once the second finds what the first has made of it. */
export async function lockedProposal(tx: MonitoringCenterTransaction, id: string, party: string): Promise<CorrectionProposal | null> {
  await tx.$executeRaw`SELECT 1 FROM correction_proposal WHERE id = ${id} AND (holder = ${party} OR asked_of = ${party}) FOR UPDATE`;
  return tx.correctionProposal.findUnique({ where: { id } });
}

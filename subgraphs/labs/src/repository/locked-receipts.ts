import type { SampleReceipt } from '@hub/prisma/labs/generated/client.js';
import type { LabsTransaction } from './database.js';

/** The samples of a commission at its lab, held to the commit: one that arrives at once is received or cancelled, not both. */
export async function lockedReceipts(tx: LabsTransaction, commissionId: string): Promise<SampleReceipt[]> {
  await tx.$queryRaw`SELECT id FROM sample_receipt WHERE commission_id = ${commissionId} ORDER BY id FOR UPDATE`;
  return tx.sampleReceipt.findMany({ where: { commissionId }, orderBy: { id: 'asc' } });
}

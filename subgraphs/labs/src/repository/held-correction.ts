import type { CommissionCorrection } from '@hub/prisma/labs/generated/client.js';
import type { LabsTransaction } from './database.js';
import { lockedReceipts } from './locked-receipts.js';

/** A correction at a lab, held with the commissions concerned and their samples, in the order in which whoever reports on one holds them. Null for another lab's. */
export async function heldCorrection(tx: LabsTransaction, id: string, holder: string): Promise<CommissionCorrection | null> {
  const correction = await tx.commissionCorrection.findFirst({ where: { id, holder }, select: { commissionIds: true } });
  if (!correction) return null;
  const commissionIds = [...correction.commissionIds].sort();
  for (const commissionId of commissionIds) await lockedReceipts(tx, commissionId);
  await tx.$queryRaw`SELECT id FROM commission_acceptance WHERE id = ANY(${commissionIds}) ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM commission_correction WHERE id = ${id} FOR UPDATE`;
  return tx.commissionCorrection.findUnique({ where: { id } });
}

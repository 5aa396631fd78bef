import type { MonitoringCenterTransaction } from './database.js';
import { heldPurchase } from './held-purchase.js';
import { lockedCommission } from './locked-commission.js';
import { lockedSamples } from './locked-samples.js';

/** Holds what a proposed correction changes once it is agreed, before the proposal itself: in the order in which those hold it that propose. */
export async function lockForCorrection(tx: MonitoringCenterTransaction, id: string, askedOf: string): Promise<void> {
  const proposal = await tx.correctionProposal.findFirst({ where: { id, askedOf } });
  if (!proposal) return;
  const { kind, commissionId, sampleIds, holder } = proposal;
  if (kind === 'SELLER') {
    for (const { purchaseId } of await tx.sample.findMany({ where: { id: { in: sampleIds } }, select: { purchaseId: true } })) await heldPurchase(tx, purchaseId, holder);
    return;
  }
  if (commissionId !== null) await lockedCommission(tx, commissionId, holder);
  await tx.$executeRaw`SELECT 1 FROM inspection_commission WHERE id IN (SELECT commission_id FROM sample WHERE id = ANY(${sampleIds}::text[])) ORDER BY id FOR UPDATE`;
  await lockedSamples(tx, sampleIds, holder);
}

import type { Purchase } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockPlan } from './plan-in-force.js';

/**
 * A purchase of a centre, held with its plan, its samples and what is compiled of them: what is bought under the plan meanwhile is compared with the seller as corrected, and
 * what is compiled or fed back comes before or after. Null for another centre's: whoever waited for it would know that it exists.
 */
export async function heldPurchase(tx: MonitoringCenterTransaction, id: string, holder: string): Promise<Purchase | null> {
  const own = await tx.purchase.findFirst({ where: { id, holder }, select: { planId: true } });
  if (!own) return null;
  await lockPlan(tx, own.planId);
  // Commissions before their samples, as whoever withdraws one does.
  await tx.$executeRaw`SELECT 1 FROM inspection_commission WHERE id IN (SELECT commission_id FROM sample WHERE purchase_id = ${id}) ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM sample WHERE purchase_id = ${id} ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM monitoring_data WHERE sample_id IN (SELECT id FROM sample WHERE purchase_id = ${id}) ORDER BY id FOR UPDATE`;
  return tx.purchase.findUnique({ where: { id } });
}

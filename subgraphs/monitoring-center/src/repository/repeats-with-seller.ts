import type { Purchase } from '@hub/prisma/monitoring-center/generated/client.js';
import type { SellerContent } from '../domain/seller-content.js';
import type { PurchaseRepeat } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { repeatsUnderPlan } from './repeats-under-plan.js';

/** What a purchase would repeat of those made under its plan if it named another seller (5.2.2). Whoever asks holds the plan. */
export async function repeatsWithSeller(tx: MonitoringCenterTransaction, purchase: Purchase, seller: SellerContent): Promise<PurchaseRepeat[]> {
  const order = purchase.orderId === null ? null : await tx.samplingOrder.findUnique({ where: { id: purchase.orderId } });
  return repeatsUnderPlan(tx, { planId: purchase.planId, replacesSampleId: order?.replacesSampleId ?? null, purchaseId: purchase.id }, { ...purchase, ...seller });
}

import type { SamplingOrder } from '@hub/prisma/monitoring-center/generated/client.js';
import { repeatsOf, sameIdentityKeys, type NamedInPurchase } from '../domain/purchase-identities.js';
import type { PurchaseRepeat } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

/**
 * What a purchase would repeat of those made under its plan (5.2.2). What went back, and what this order replaces, was no
 * sample in the end and does not count. Whoever asks holds the plan, or two at once would not see each other.
 */
export async function repeatsUnderPlan(
  tx: MonitoringCenterTransaction,
  { planId, replacesSampleId }: SamplingOrder,
  purchase: NamedInPurchase,
): Promise<PurchaseRepeat[]> {
  const replaced = replacesSampleId === null ? null : await tx.sample.findUnique({ where: { id: replacesSampleId } });
  const earlier = await tx.purchase.findMany({
    where: {
      planId,
      state: { not: 'RETURNED' },
      identityKeys: { hasSome: sameIdentityKeys(purchase) },
      ...(replaced && { id: { not: replaced.purchaseId } }),
    },
    orderBy: { number: 'asc' },
    select: { number: true, identityKeys: true },
  });
  return repeatsOf(purchase, earlier);
}

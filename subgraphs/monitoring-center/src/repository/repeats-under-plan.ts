import { repeatsOf, sameIdentityKeys, type NamedInPurchase } from '../domain/purchase-identities.js';
import type { PurchaseRepeat } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Under which plan is bought, in place of which sample, and by which purchase where it is made already. */
interface BoughtUnder {
  readonly planId: string;
  readonly replacesSampleId: string | null;
  readonly purchaseId?: string;
}

/**
 * What a purchase would repeat of those made under its plan (5.2.2). What went back, and what this order replaces, was no
 * sample in the end and does not count. Whoever asks holds the plan, or two at once would not see each other.
 */
export async function repeatsUnderPlan(
  tx: MonitoringCenterTransaction,
  { planId, replacesSampleId, purchaseId }: BoughtUnder,
  purchase: NamedInPurchase,
): Promise<PurchaseRepeat[]> {
  const replaced = replacesSampleId === null ? null : await tx.sample.findUnique({ where: { id: replacesSampleId } });
  const itself = [purchaseId, replaced?.purchaseId].filter((id) => id !== undefined);
  const earlier = await tx.purchase.findMany({
    where: {
      planId,
      state: { not: 'RETURNED' },
      identityKeys: { hasSome: sameIdentityKeys(purchase) },
      id: { notIn: itself },
    },
    orderBy: { number: 'asc' },
    select: { number: true, identityKeys: true },
  });
  return repeatsOf(purchase, earlier);
}

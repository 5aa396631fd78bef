import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { PlatformsTransaction } from './database.js';

/** Sees that a platform's catalogue has all items that are named. @throws Refusal LISTING_UNKNOWN with those that it lacks */
export async function requireListings(tx: PlatformsTransaction, holder: string, itemIds: readonly string[], field: string): Promise<void> {
  const listings = await tx.listing.findMany({ where: { holder, itemId: { in: [...itemIds] } }, select: { itemId: true } });
  const known = new Set(listings.map(({ itemId }) => itemId));
  const unknown = itemIds.filter((itemId) => !known.has(itemId));
  if (unknown.length > 0) throw new Refusal('LISTING_UNKNOWN', { field, parameters: { items: unknown.join(', ') } });
}

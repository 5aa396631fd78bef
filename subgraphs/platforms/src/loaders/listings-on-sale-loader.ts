import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';

/** Counts the listings that shops have on sale, one statement per batch. The count has no terms of its own: the field `Shop.listingsOnSale` has decided before it asks. */
export function listingsOnSaleLoader({ listings }: Repositories): DataLoader<string, number> {
  return new DataLoader(
    async (shopIds) => {
      const counts = new Map((await listings.countOnSale(shopIds)).map(({ shopId, _count }) => [shopId, _count]));
      return shopIds.map((id) => counts.get(id) ?? 0);
    },
    { maxBatchSize: 500 },
  );
}

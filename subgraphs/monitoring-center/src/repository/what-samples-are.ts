import { regionsAround } from '@hub/kernel/lists/regions-around.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Categories, platforms and sellers' regions of samples: their commission is found by them, and tells the lab nothing of them. */
export async function whatSamplesAre(tx: MonitoringCenterTransaction, samples: readonly Sample[]) {
  const purchases = await tx.purchase.findMany({
    where: { id: { in: samples.map(({ purchaseId }) => purchaseId) } },
    select: { platformId: true },
    distinct: ['platformId'],
  });
  const categories = samples.map(({ productCategory }) => productCategory).filter((category) => category !== null);
  return {
    productCategories: [...new Set(categories)].sort(),
    platformIds: purchases.map(({ platformId }) => platformId).sort(),
    sellerRegions: regionsAround(samples.map(({ sellerRegion }) => sellerRegion)),
  };
}

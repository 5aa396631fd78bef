import type { MonitoringData } from '@hub/prisma/monitoring-center/generated/client.js';
import type { KeptFailedItem } from '../domain/failed-items.js';

/** What each party is told of monitoring data fed back: its own part, and nothing of purchase, sample or report (5.4.1). */
export function toldMonitoringData(data: MonitoringData, told: { readonly regulatorId: string; readonly supersedesId: string | null; readonly retestId: string | null; readonly fedBackAt: Date; readonly acknowledgeBy: Date }) {
  const { id, number, document, version, platformId, productName, conclusion, shopName, merchantName, merchantUscc, sellerRegion } = data;
  const { regulatorId, supersedesId } = told;
  const both = { id, number, document, version, supersedesId, platformId, centerId: data.holder, regulatorId, productName, conclusion, shopName, merchantName, merchantUscc, sellerRegion };
  return {
    platforms: { ...both, listingItemId: data.listingItemId, acknowledgeBy: told.acknowledgeBy.toISOString() },
    regulator: {
      ...both,
      planId: data.planId,
      // The plan's word: a platform knows the category by its own catalogue alone.
      productCategory: data.productCategory,
      brand: data.brand,
      producerName: data.producerName,
      producerUscc: data.producerUscc,
      producerRegion: data.producerRegion,
      failedItems: (data.failedItems as unknown as KeptFailedItem[]).map((item) => ({ ...item, unit: item.unit ?? null })),
      fedBackAt: told.fedBackAt.toISOString(),
      // The retest that it comes of: platforms are told the result alone.
      ...(told.retestId !== null && { retestId: told.retestId }),
    },
    // Of the plan the exchange learns, so that it can sum progress; platforms do not.
    exchange: { partOf: data.planId },
  };
}

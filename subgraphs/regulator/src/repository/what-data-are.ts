import { regionsAround } from '@hub/kernel/lists/regions-around.js';
import type { ReceivedMonitoringData } from '@hub/prisma/regulator/generated/client.js';

const each = (texts: readonly (string | null)[]): string[] => [...new Set(texts.filter((text) => text !== null))].sort();

/** Categories, platforms and sellers' regions of monitoring data: the case on them is found by these. */
export function whatDataAre(data: readonly ReceivedMonitoringData[]) {
  return {
    productCategories: each(data.map(({ productCategory }) => productCategory)),
    platformIds: each(data.map(({ platformId }) => platformId)),
    sellerRegions: regionsAround(data.map(({ sellerRegion }) => sellerRegion)),
  };
}

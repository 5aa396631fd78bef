import { containing } from '@hub/kernel/lists/conditions.js';
import { withinRegion } from '@hub/kernel/lists/within-region.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { MonitoringDataFilter } from '../generated/graphql.js';

/** The rows that a filter of monitoring data admits. */
export function whereMonitoringData(filter: MonitoringDataFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.conclusion && { conclusion: { in: filter.conclusion } }),
    ...(filter?.platformId && { platformId: filter.platformId }),
    ...(filter?.planId && { planId: filter.planId }),
    ...(filter?.productName && { productName: containing(filter.productName) }),
    ...(filter?.merchantUscc && { merchantUscc: filter.merchantUscc }),
    ...(filter?.sellerRegionCode && { sellerRegion: withinRegion(filter.sellerRegionCode) }),
    ...(filter?.productCategory && { productCategory: filter.productCategory }),
  };
}

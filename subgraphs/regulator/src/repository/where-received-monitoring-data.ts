import { containing } from '@hub/kernel/lists/conditions.js';
import { withinRegion } from '@hub/kernel/lists/within-region.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { ReceivedMonitoringDataFilter } from '../generated/graphql.js';

/** The rows that a filter of monitoring data at the desk admits. */
export function whereReceivedMonitoringData(filter: ReceivedMonitoringDataFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.conclusion && { conclusion: { in: filter.conclusion } }),
    ...(filter?.planId && { planId: filter.planId }),
    ...(filter?.platformId && { platformId: filter.platformId }),
    ...(filter?.productName && { productName: containing(filter.productName) }),
    ...(filter?.producerUscc && { producerUscc: filter.producerUscc }),
    ...(filter?.merchantUscc && { merchantUscc: filter.merchantUscc }),
    ...(filter?.productCategory && { productCategory: filter.productCategory }),
    ...(filter?.sellerRegionCode && { sellerRegion: withinRegion(filter.sellerRegionCode) }),
  };
}

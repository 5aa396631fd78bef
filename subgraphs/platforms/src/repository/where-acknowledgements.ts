import { withinRegion } from '@hub/kernel/lists/within-region.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { MonitoringDataAcknowledgementFilter } from '../generated/graphql.js';

/** The rows that a filter of acknowledgements admits. */
export function whereAcknowledgements(filter: MonitoringDataAcknowledgementFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.conclusion && { conclusion: { in: filter.conclusion } }),
    ...(filter?.acknowledgeBefore && { acknowledgeBy: { lt: filter.acknowledgeBefore } }),
    ...(filter?.platformId && { holder: filter.platformId }),
    ...(filter?.productCategory && { productCategory: filter.productCategory }),
    ...(filter?.sellerRegionCode && { sellerRegion: withinRegion(filter.sellerRegionCode) }),
  };
}

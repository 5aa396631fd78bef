import { withinRegion } from '@hub/kernel/lists/within-region.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { PlatformHandlingFilter } from '../generated/graphql.js';

/** The rows that a filter of handlings admits. */
export function wherePlatformHandlings(filter: PlatformHandlingFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.platformId && { holder: filter.platformId }),
    ...(filter?.handleBefore && { handleBy: { lt: filter.handleBefore } }),
    ...(filter?.evidenceHash && { measures: { array_contains: [{ evidence: [{ hash: filter.evidenceHash }] }] } }),
    ...(filter?.productCategory && { productCategory: filter.productCategory }),
    ...(filter?.sellerRegionCode && { sellerRegion: withinRegion(filter.sellerRegionCode) }),
  };
}

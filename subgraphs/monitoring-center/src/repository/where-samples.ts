import { withinRegion } from '@hub/kernel/lists/within-region.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { SampleFilter } from '../generated/graphql.js';

/** The rows that a filter of samples admits. */
export function whereSamples(filter: SampleFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.blindNumber && { blindNumber: filter.blindNumber }),
    ...(filter?.number && { number: filter.number }),
    ...(filter?.waybill && { waybill: filter.waybill }),
    ...(filter?.planId && { planId: filter.planId }),
    ...(filter?.productCategory && { productCategory: filter.productCategory }),
    ...(filter?.photoHash && { confirmation: { path: ['photos'], array_contains: [{ hash: filter.photoHash }] } }),
    ...(filter?.platformId && { purchase: { platformId: filter.platformId } }),
    ...(filter?.sellerRegionCode && { sellerRegion: withinRegion(filter.sellerRegionCode) }),
  };
}

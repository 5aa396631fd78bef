import { leadingDigits } from '@hub/kernel/lists/leading-digits.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { InspectionCommissionFilter } from '../generated/graphql.js';

/** The rows that a filter of commissions admits. */
export function whereInspectionCommissions(filter: InspectionCommissionFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.labId && { labId: filter.labId }),
    ...(filter?.planId && { planId: filter.planId }),
    ...(filter?.dueBefore && { agreedDueAt: { lt: filter.dueBefore } }),
    ...(filter?.productCategory && { productCategories: { has: filter.productCategory } }),
    ...(filter?.platformId && { platformIds: { has: filter.platformId } }),
    ...(filter?.sellerRegionCode && { sellerRegions: { has: leadingDigits(filter.sellerRegionCode) } }),
  };
}

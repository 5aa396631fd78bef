import { containing } from '@hub/kernel/lists/conditions.js';
import { leadingDigits } from '@hub/kernel/lists/leading-digits.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { HazardHandlingFilter } from '../generated/graphql.js';
import type { Repositories } from './repositories.js';

/** The rows that a filter of cases admits. */
export async function whereHazardHandlings(filter: HazardHandlingFilter | null | undefined, repositories: Repositories): Promise<Where> {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.summary && { summary: containing(filter.summary) }),
    ...(filter?.number && { number: filter.number }),
    ...(filter?.closeBefore && { closeBy: { lt: filter.closeBefore } }),
    ...(filter?.planId && { planIds: { has: filter.planId } }),
    ...(filter?.productCategory && { productCategories: { has: filter.productCategory } }),
    ...(filter?.platformId && { platformIds: { has: filter.platformId } }),
    ...(filter?.sellerRegionCode && { sellerRegions: { has: leadingDigits(filter.sellerRegionCode) } }),
    ...(filter?.hazardDegree && { AND: [{ planIds: { hasSome: await repositories.monitoringPlans.idsOfDegrees(filter.hazardDegree) } }] }),
  };
}

import { containing } from '@hub/kernel/lists/conditions.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { RiskInformationFilter } from '../generated/graphql.js';
import type { Repositories } from './repositories.js';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** The rows that a filter of risk information admits. */
export async function whereRiskInformation(filter: RiskInformationFilter | null | undefined, repositories: Repositories): Promise<Where> {
  return {
    ...(!filter?.includeSuperseded && { supersededById: null }),
    ...(filter?.channel && { channel: { in: filter.channel } }),
    ...(filter?.productName && { productName: containing(filter.productName) }),
    ...(filter?.productCategory && { productCategories: { has: filter.productCategory } }),
    ...(filter?.hazardItem && { hazardItem: containing(filter.hazardItem) }),
    ...(filter?.hazardDegree && { hazardDegree: { in: filter.hazardDegree } }),
    ...(filter?.platform && { platforms: { has: filter.platform } }),
    ...(filter?.country && { countries: { has: filter.country } }),
    ...(filter?.hasInjuries != null && { hasInjuries: filter.hasInjuries }),
    ...((filter?.observedFrom || filter?.observedUntil) && {
      observedOn: {
        ...(filter.observedFrom && { gte: day(filter.observedFrom) }),
        ...(filter.observedUntil && { lte: day(filter.observedUntil) }),
      },
    }),
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.centerRegionCode && { holder: { in: await repositories.centers.idsWithin(filter.centerRegionCode) } }),
  };
}

import { containing } from '@hub/kernel/lists/conditions.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { MonitoringPlanFilter } from '../generated/graphql.js';
import type { Repositories } from './repositories.js';

/** The rows that a filter of plans admits. */
export async function whereMonitoringPlans(filter: MonitoringPlanFilter | null | undefined, repositories: Repositories): Promise<Where> {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.nature && { nature: filter.nature }),
    ...(filter?.title && { title: containing(filter.title) }),
    ...(filter?.centerId && { centerId: filter.centerId }),
    ...(filter?.deadlineBefore && { deadline: { lt: filter.deadlineBefore } }),
    ...(filter?.planId && { id: filter.planId }),
    ...(filter?.productCategory && { products: { array_contains: [{ categoryCode: filter.productCategory }] } }),
    ...(filter?.platformId && { platformIds: { has: filter.platformId } }),
    ...(filter?.regulatorRegionCode && { holder: { in: await repositories.regulatorParties.idsWithin(filter.regulatorRegionCode) } }),
    ...(filter?.hazardDegree && { hazardDegrees: { hasSome: filter.hazardDegree } }),
  };
}

import { containing } from '@hub/kernel/lists/conditions.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { AssessmentReportFilter } from '../generated/graphql.js';
import type { Repositories } from './repositories.js';

/** The rows that a filter of assessment reports admits. */
export async function whereAssessmentReports(filter: AssessmentReportFilter | null | undefined, repositories: Repositories): Promise<Where> {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.title && { title: containing(filter.title) }),
    ...(filter?.productCategory && { productCategories: { has: filter.productCategory } }),
    ...(filter?.platform && { platforms: { has: filter.platform } }),
    ...(filter?.hazardDegree && { hazardDegrees: { hasSome: filter.hazardDegree } }),
    ...(filter?.centerRegionCode && { holder: { in: await repositories.centers.idsWithin(filter.centerRegionCode) } }),
  };
}

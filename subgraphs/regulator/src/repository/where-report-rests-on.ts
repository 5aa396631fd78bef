import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { ReceivedAssessmentReportFilter } from '../generated/graphql.js';

/** The rows whose report rests on what a filter names: at the desk, and decided. */
export function whereReportRestsOn(filter: Pick<ReceivedAssessmentReportFilter, 'productCategory' | 'platform' | 'hazardDegree'> | null | undefined): Where {
  return {
    ...(filter?.productCategory && { productCategories: { has: filter.productCategory } }),
    ...(filter?.platform && { platforms: { has: filter.platform } }),
    ...(filter?.hazardDegree && { hazardDegrees: { hasSome: filter.hazardDegree } }),
  };
}

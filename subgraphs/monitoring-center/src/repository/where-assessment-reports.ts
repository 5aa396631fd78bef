import { containing } from '@hub/kernel/lists/conditions.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { AssessmentReportFilter } from '../generated/graphql.js';

/** The rows that a filter of assessment reports admits. */
export function whereAssessmentReports(filter: AssessmentReportFilter | null | undefined): Where {
  return {
    ...(filter?.state && { state: { in: filter.state } }),
    ...(filter?.title && { title: containing(filter.title) }),
  };
}

import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { AssessmentReportDecisionFilter } from '../generated/graphql.js';
import type { Repositories } from './repositories.js';
import { whereReportRestsOn } from './where-report-rests-on.js';

/** The rows that a filter of decisions admits. */
export async function whereAssessmentReportDecisions(filter: AssessmentReportDecisionFilter | null | undefined, repositories: Repositories): Promise<Where> {
  return {
    ...(filter?.outcome && { outcome: { in: filter.outcome } }),
    ...(filter?.reportId && { reportId: filter.reportId }),
    ...whereReportRestsOn(filter),
    ...(filter?.regulatorRegionCode && { holder: { in: await repositories.regulatorParties.idsWithin(filter.regulatorRegionCode) } }),
  };
}

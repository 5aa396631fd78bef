import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { AssessmentReportDeskState, ReceivedAssessmentReportResolvers } from '../generated/graphql.js';

export const ReceivedAssessmentReport: ReceivedAssessmentReportResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.receivedAssessmentReport.load(id),
  report: ({ id }) => ({ id }),
  state: ({ state }) => state as AssessmentReportDeskState,
};

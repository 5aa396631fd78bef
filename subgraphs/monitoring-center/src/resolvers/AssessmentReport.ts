import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, AssessmentReportResolvers, AssessmentReportState } from '../generated/graphql.js';

export const AssessmentReport: AssessmentReportResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.assessmentReport.load(id),
  assessments: ({ id }, _args, { loaders }) => loaders.assessmentsOfReport.load(id),
  submittedTo: ({ submittedToId }) => ({ id: submittedToId }),
  submitted: ({ submitted }) => submitted as unknown as ActRecord,
  center: ({ holder }) => ({ id: holder }),
  state: ({ state }) => state as AssessmentReportState,
};

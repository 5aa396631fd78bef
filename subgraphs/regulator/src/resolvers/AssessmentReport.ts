import type { AssessmentReportResolvers } from '../generated/graphql.js';

/** A stub: the centre owns the report, the regulator contributes its decision. */
export const AssessmentReport: AssessmentReportResolvers = {
  decision: async ({ id }, _args, { loaders }) => (await loaders.decisionsOfReport.load(id))[0] ?? null,
};

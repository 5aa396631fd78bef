import type { InspectionReportResolvers } from '../generated/graphql.js';

/** A stub: the lab owns the report, the centre contributes its receipt. */
export const InspectionReport: InspectionReportResolvers = {
  centerReceipt: ({ id }, _args, { loaders }) => loaders.reportReceipt.load(id),
};

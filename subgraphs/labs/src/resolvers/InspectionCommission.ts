import type { InspectionCommissionResolvers } from '../generated/graphql.js';

/** A stub: the centre owns the commission, the lab contributes its answer, the samples as received, failures and reports. */
export const InspectionCommission: InspectionCommissionResolvers = {
  acceptance: ({ id }, _args, { loaders }) => loaders.commissionAcceptance.load(id),
  reports: ({ id }, _args, { loaders }) => loaders.reportsOfCommission.load(id),
  receipts: ({ id }, _args, { loaders }) => loaders.receiptsOfCommission.load(id),
  failures: ({ id }, _args, { loaders }) => loaders.failuresOfCommission.load(id),
};

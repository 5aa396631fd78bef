import type { SampleResolvers } from '../generated/graphql.js';

/** A stub: the centre owns the sample, the lab contributes its receipts and reports. */
export const Sample: SampleResolvers = {
  receipts: ({ id }, _args, { loaders }) => loaders.receiptsOfSample.load(id),
  reports: ({ id }, _args, { loaders }) => loaders.reportsOfSample.load(id),
};

import type { SampleResolvers } from '../generated/graphql.js';

/** A stub: the centre owns the sample, the lab contributes its reports. */
export const Sample: SampleResolvers = {
  reports: ({ id }, _args, { loaders }) => loaders.reportsOfSample.load(id),
};

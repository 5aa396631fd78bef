import type { RetestResolvers } from '../generated/graphql.js';

/** A stub: the regulator orders the retest, the centre contributes the sample on which it is carried out. */
export const Retest: RetestResolvers = {
  sample: async ({ id }, _args, { loaders }) => (await loaders.samplesOfRetest.load(id))[0] ?? null,
};

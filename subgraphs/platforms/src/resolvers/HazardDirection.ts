import type { HazardDirectionResolvers } from '../generated/graphql.js';

/** A stub: the regulator owns the direction, the addressee contributes its fulfilment. */
export const HazardDirection: HazardDirectionResolvers = {
  fulfilment: ({ id }, _args, { loaders }) => loaders.fulfilment.load(id),
};

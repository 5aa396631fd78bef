import type { ResourceHoldingResolvers } from '../generated/graphql.js';

export const ResourceHolding: ResourceHoldingResolvers = {
  holder: ({ holderId }, _args, { loaders }) => loaders.participant.load(holderId),
};

import type { DeskProgressResolvers } from '../generated/graphql.js';

export const DeskProgress: DeskProgressResolvers = {
  party: ({ partyId }, _args, { loaders }) => loaders.participant.load(partyId),
};

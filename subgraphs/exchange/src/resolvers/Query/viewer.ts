import type { QueryResolvers } from '../../generated/graphql.js';

export const viewer: QueryResolvers['viewer'] = async (_root, _args, { authority, loaders }) => {
  const { userId, role, partyId, onBehalfOf = null } = authority.caller;
  const participant = await loaders.participant.load(partyId);
  return participant && { userId, role, onBehalfOf, participant };
};

import type { QueryResolvers } from '../../generated/graphql.js';

export const clusterProposal: QueryResolvers['clusterProposal'] = (_root, { id }, { loaders }) => loaders.clusterProposal.load(id);

import type { QueryResolvers } from '../../generated/graphql.js';

export const correctionProposal: QueryResolvers['correctionProposal'] = (_root, { id }, { loaders }) => loaders.correctionProposal.load(id);

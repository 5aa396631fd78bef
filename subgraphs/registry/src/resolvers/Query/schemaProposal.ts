import type { QueryResolvers } from '../../generated/graphql.js';

export const schemaProposal: QueryResolvers['schemaProposal'] = (_root, { id }, { loaders }) => loaders.schemaProposal.load(id);

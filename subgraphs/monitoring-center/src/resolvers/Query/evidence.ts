import type { QueryResolvers } from '../../generated/graphql.js';

export const evidence: QueryResolvers['evidence'] = (_root, { id }, { loaders }) => loaders.evidence.load(id);

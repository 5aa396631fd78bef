import type { QueryResolvers } from '../../generated/graphql.js';

export const enterprise: QueryResolvers['enterprise'] = (_root, { id }, { loaders }) => loaders.enterprise.load(id);

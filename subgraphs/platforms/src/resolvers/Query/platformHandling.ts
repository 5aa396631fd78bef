import type { QueryResolvers } from '../../generated/graphql.js';

export const platformHandling: QueryResolvers['platformHandling'] = (_root, { id }, { loaders }) => loaders.handling.load(id);

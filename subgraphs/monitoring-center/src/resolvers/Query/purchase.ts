import type { QueryResolvers } from '../../generated/graphql.js';

export const purchase: QueryResolvers['purchase'] = (_root, { id }, { loaders }) => loaders.purchase.load(id);

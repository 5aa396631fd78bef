import type { QueryResolvers } from '../../generated/graphql.js';

export const shop: QueryResolvers['shop'] = (_root, { id }, { loaders }) => loaders.shop.load(id);

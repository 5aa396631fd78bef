import type { QueryResolvers } from '../../generated/graphql.js';

export const merchant: QueryResolvers['merchant'] = (_root, { id }, { loaders }) => loaders.merchant.load(id);

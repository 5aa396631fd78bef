import type { QueryResolvers } from '../../generated/graphql.js';

export const sellerCorrection: QueryResolvers['sellerCorrection'] = (_root, { id }, { loaders }) => loaders.sellerCorrection.load(id);

import type { QueryResolvers } from '../../generated/graphql.js';

export const commissionCorrection: QueryResolvers['commissionCorrection'] = (_root, { id }, { loaders }) => loaders.commissionCorrection.load(id);

import type { QueryResolvers } from '../../generated/graphql.js';

export const inspectionCommission: QueryResolvers['inspectionCommission'] = (_root, { id }, { loaders }) => loaders.inspectionCommission.load(id);

import type { QueryResolvers } from '../../generated/graphql.js';

export const riskCluster: QueryResolvers['riskCluster'] = (_root, { id }, { loaders }) => loaders.riskCluster.load(id);

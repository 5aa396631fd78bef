import type { QueryResolvers } from '../../generated/graphql.js';

export const monitoringPlan: QueryResolvers['monitoringPlan'] = (_root, { id }, { loaders }) => loaders.monitoringPlan.load(id);

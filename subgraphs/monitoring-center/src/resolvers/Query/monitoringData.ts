import type { QueryResolvers } from '../../generated/graphql.js';

export const monitoringData: QueryResolvers['monitoringData'] = (_root, { id }, { loaders }) => loaders.monitoringData.load(id);

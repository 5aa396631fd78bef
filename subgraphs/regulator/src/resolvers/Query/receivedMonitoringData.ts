import type { QueryResolvers } from '../../generated/graphql.js';

export const receivedMonitoringData: QueryResolvers['receivedMonitoringData'] = (_root, { id }, { loaders }) =>
  loaders.receivedMonitoringData.load(id);

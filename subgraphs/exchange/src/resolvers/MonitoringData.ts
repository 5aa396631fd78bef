import type { MonitoringDataResolvers } from '../generated/graphql.js';

/** A stub: the monitoring centre owns the data, the exchange contributes what the firms concerned say to them. */
export const MonitoringData: MonitoringDataResolvers = {
  comments: ({ id }, _args, { loaders }) => loaders.commentsOnMonitoringData.load(id),
};

import type { MonitoringDataResolvers } from '../generated/graphql.js';

/** A stub: the centre owns the monitoring data, the platform contributes its acknowledgement. */
export const MonitoringData: MonitoringDataResolvers = {
  acknowledgement: ({ id }, _args, { loaders }) => loaders.acknowledgement.load(id),
};

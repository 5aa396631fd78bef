import type { MonitoringDataResolvers } from '../generated/graphql.js';

/** A stub: the centre owns the monitoring data, the regulator contributes its case on it and its notices of it. */
export const MonitoringData: MonitoringDataResolvers = {
  hazardHandling: async ({ id }, _args, { loaders }) => {
    const received = await loaders.receivedMonitoringData.load(id);
    return received?.handlingId == null ? null : loaders.hazardHandling.load(received.handlingId);
  },
  resultNotices: ({ id }, _args, { loaders }) => loaders.noticesOfData.load(id),
};

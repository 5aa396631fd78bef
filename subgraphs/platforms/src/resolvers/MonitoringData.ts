import type { MonitoringDataResolvers } from '../generated/graphql.js';

/** A stub: the centre owns the monitoring data, the platform contributes its acknowledgement and handling, the seller its self-inspection. */
export const MonitoringData: MonitoringDataResolvers = {
  acknowledgement: ({ id }, _args, { loaders }) => loaders.acknowledgement.load(id),
  handling: ({ id }, _args, { loaders }) => loaders.handling.load(id),
  selfInspections: ({ id }, _args, { loaders }) => loaders.selfInspectionsOn.load(id),
};

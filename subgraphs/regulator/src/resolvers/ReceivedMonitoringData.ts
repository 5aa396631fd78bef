import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { MonitoringDataDeskState, ReceivedMonitoringDataResolvers, Verdict } from '../generated/graphql.js';

export const ReceivedMonitoringData: ReceivedMonitoringDataResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.receivedMonitoringData.load(id),
  monitoringData: ({ id }) => ({ id }),
  supersededBy: ({ supersededById }, _args, { loaders }) =>
    supersededById === null ? null : loaders.receivedMonitoringData.load(supersededById),
  plan: ({ planId }, _args, { loaders }) => loaders.monitoringPlan.load(planId),
  center: ({ centerId }) => ({ id: centerId }),
  producerRegion: ({ producerRegion }) => (producerRegion === null ? null : { code: producerRegion }),
  conclusion: ({ conclusion }) => conclusion as Verdict,
  platform: ({ platformId }) => ({ id: platformId }),
  sellerRegion: ({ sellerRegion }) => (sellerRegion === null ? null : { code: sellerRegion }),
  state: ({ state }) => state as MonitoringDataDeskState,
  handling: ({ handlingId }, _args, { loaders }) => (handlingId === null ? null : loaders.hazardHandling.load(handlingId)),
};

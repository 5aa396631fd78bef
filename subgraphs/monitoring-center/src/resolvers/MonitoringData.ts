import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, FailedItem, MonitoringDataResolvers, MonitoringDataState, Verdict } from '../generated/graphql.js';

export const MonitoringData: MonitoringDataResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.monitoringData.load(id),
  conclusion: ({ conclusion }) => conclusion as Verdict,
  failedItems: ({ failedItems }) => failedItems as unknown as FailedItem[],
  supersededBy: ({ supersededById }, _args, { loaders }) => (supersededById === null ? null : loaders.monitoringData.load(supersededById)),
  platform: ({ platformId }) => ({ id: platformId }),
  sellerRegion: ({ sellerRegion }) => ({ code: sellerRegion }),
  state: ({ state }) => state as MonitoringDataState,
  center: ({ holder }) => ({ id: holder }),
  plan: ({ planId }) => ({ id: planId }),
  sample: ({ sampleId }, _args, { loaders }) => loaders.sample.load(sampleId),
  report: ({ reportId }) => ({ id: reportId }),
  compiled: ({ compiled }) => compiled as unknown as ActRecord,
  fedBack: ({ fedBack }) => fedBack as unknown as ActRecord | null,
};

import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, SellerCorrectionResolvers, SellerCorrectionState } from '../generated/graphql.js';

export const SellerCorrection: SellerCorrectionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.sellerCorrection.load(id),
  regulator: ({ holder }) => ({ id: holder }),
  center: ({ centerId }) => ({ id: centerId }),
  monitoringData: ({ monitoringDataId }, _args, { loaders }) => loaders.receivedMonitoringData.load(monitoringDataId),
  sellerRegion: ({ sellerRegion }) => ({ code: sellerRegion }),
  state: ({ state }) => state as SellerCorrectionState,
  answered: ({ answered }) => answered as unknown as ActRecord | null,
};

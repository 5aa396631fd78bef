import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type {
  AcknowledgementState,
  ActRecord,
  MonitoringDataAcknowledgementResolvers,
  ResolversParentTypes,
  Verdict,
} from '../generated/graphql.js';

export const MonitoringDataAcknowledgement: MonitoringDataAcknowledgementResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.acknowledgement.load(id),
  monitoringData: ({ id }) => ({ id }),
  platform: ({ holder }, _args, { loaders }) => loaders.platform.load(holder) as Promise<ResolversParentTypes['Platform']>,
  state: ({ state }) => state as AcknowledgementState,
  conclusion: ({ conclusion }) => conclusion as Verdict | null,
  supersededBy: ({ supersededById }, _args, { loaders }) => (supersededById === null ? null : loaders.acknowledgement.load(supersededById)),
  handling: ({ id }, _args, { loaders }) => loaders.handling.load(id),
  acknowledged: ({ acknowledged }) => acknowledged as unknown as ActRecord | null,
  // Looked up when asked for: the catalogue may have got the item since.
  listing: async ({ holder, listingItemId }, _args, { loaders }) =>
    listingItemId === null
      ? null
      : ((await loaders.listingsOfItem.load(listingItemId)).find((listing) => listing.holder === holder) ?? null),
};

import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { GtinQuality, ListingResolvers, ListingState, ResolversParentTypes } from '../generated/graphql.js';

export const Listing: ListingResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.listing.load(id),
  platform: ({ holder }, _args, { loaders }) => loaders.platform.load(holder) as Promise<ResolversParentTypes['Platform']>,
  shop: ({ shopId }, _args, { loaders }) => loaders.shop.load(shopId),
  gtinQuality: ({ gtinQuality }) => gtinQuality as GtinQuality,
  state: ({ state }) => state as ListingState,
};

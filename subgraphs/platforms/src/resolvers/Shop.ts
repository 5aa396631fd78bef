import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ResolversParentTypes, ShopResolvers } from '../generated/graphql.js';

export const Shop: ShopResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.shop.load(id),
  // A shop carries the stamps of its merchant: who sees the one sees the other.
  merchant: ({ merchantId }, _args, { loaders }) => loaders.merchant.load(merchantId) as Promise<ResolversParentTypes['Merchant']>,
  listingsOnSale: ({ id }, _args, { loaders }) => loaders.listingsOnSale.load(id),
  platform: ({ holder }, _args, { loaders }) => loaders.platform.load(holder) as Promise<ResolversParentTypes['Platform']>,
};

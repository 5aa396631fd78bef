import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, PurchaseResolvers, PurchaseState, ResolversParentTypes } from '../generated/graphql.js';

export const Purchase: PurchaseResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.purchase.load(id),
  plan: ({ planId }) => ({ id: planId }),
  platform: ({ platformId }) => ({ id: platformId }),
  sellerRegion: ({ sellerRegion }) => ({ code: sellerRegion }),
  price: ({ priceAmount, priceCurrency }) => ({ amount: priceAmount, currency: priceCurrency }),
  freight: ({ freightAmount, freightCurrency }) =>
    freightAmount === null || freightCurrency === null ? null : { amount: freightAmount, currency: freightCurrency },
  state: ({ state }) => state as PurchaseState,
  recorded: ({ recorded }) => recorded as unknown as ActRecord,
  // A purchase is recorded with its sample, for the same parties.
  sample: async ({ id }, _args, { loaders }) => (await loaders.samplesOfPurchase.load(id))[0] as ResolversParentTypes['Sample'],
};

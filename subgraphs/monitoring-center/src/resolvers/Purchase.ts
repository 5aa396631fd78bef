import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, EvidenceFile, PurchaseCorrection, PurchaseRepeat, PurchaseResolvers, PurchaseState, ResolversParentTypes } from '../generated/graphql.js';

/** A PurchaseCorrection as it is kept, its region by the code. */
type KeptCorrection = Omit<PurchaseCorrection, 'sellerRegion'> & { readonly sellerRegion: string };

export const Purchase: PurchaseResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.purchase.load(id),
  order: ({ orderId }, _args, { loaders }) => (orderId === null ? null : loaders.samplingOrder.load(orderId)),
  plan: ({ planId }) => ({ id: planId }),
  platform: ({ platformId }) => ({ id: platformId }),
  sellerRegion: ({ sellerRegion }) => ({ code: sellerRegion }),
  price: ({ priceAmount, priceCurrency }) => ({ amount: priceAmount, currency: priceCurrency }),
  freight: ({ freightAmount, freightCurrency }) =>
    freightAmount === null || freightCurrency === null ? null : { amount: freightAmount, currency: freightCurrency },
  screenshots: ({ screenshots }) => screenshots as unknown as EvidenceFile[],
  repeats: ({ repeats }) => repeats as unknown as PurchaseRepeat[],
  corrections: ({ corrections }) =>
    (corrections as unknown as KeptCorrection[]).map(({ sellerRegion, ...correction }) => ({ ...correction, sellerRegion: { code: sellerRegion } })),
  state: ({ state }) => state as PurchaseState,
  recorded: ({ recorded }) => recorded as unknown as ActRecord,
  // A purchase is recorded with its sample, for the same parties; a retention sample set apart for a retest is another.
  sample: async ({ id }, _args, { loaders }) => (await loaders.samplesOfPurchase.load(id)).find(({ retestOfId }) => retestOfId === null) as ResolversParentTypes['Sample'],
};

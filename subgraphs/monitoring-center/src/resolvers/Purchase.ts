import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, EvidenceFile, PurchaseCorrection, PurchaseRepeat, PurchaseResolvers, PurchaseState, ResolversParentTypes } from '../generated/graphql.js';

type Row = ResolversParentTypes['Purchase'];

/** Who bought, of one purchase; nothing once it is erased. */
const buyerOf = ({ buyerId, sealedBuyer }: Pick<Row, 'buyerId' | 'sealedBuyer'>, { loaders }: Context) => loaders.purchaseBuyer.load({ personId: buyerId, sealed: sealedBuyer });

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
  buyerName: async (row, _args, context) => (await buyerOf(row, context))?.name ?? null,
  buyerAccount: async (row, _args, context) => (await buyerOf(row, context))?.account ?? null,
  buyerAddress: async (row, _args, context) => (await buyerOf(row, context))?.address ?? null,
  paymentReference: async (row, _args, context) => (await buyerOf(row, context))?.paymentReference ?? null,
  buyerRecord: async ({ buyerId }, _args, { loaders }) => (buyerId === null ? null : await loaders.buyerRecord.load(buyerId)),
  // A purchase is recorded with its sample, for the same parties; a retention sample set apart for a retest is another.
  sample: async ({ id }, _args, { loaders }) => (await loaders.samplesOfPurchase.load(id)).find(({ retestOfId }) => retestOfId === null) as ResolversParentTypes['Sample'],
};

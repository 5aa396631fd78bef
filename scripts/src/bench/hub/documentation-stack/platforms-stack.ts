import { PrismaClient, type Listing, type MonitoringDataAcknowledgement, type Shop } from '@hub/prisma/platforms/generated/client.js';
import { batchedById, batchedByParent } from './batched.js';
import { stackAdapter } from './stack-adapter.js';
import type { StackContext, StackSubgraph } from './stack-subgraph.js';

/** The platforms' part: what the questions of the bench read of it. */
export function platformsStack(url: string): StackSubgraph {
  const prisma = new PrismaClient({ adapter: stackAdapter(url) });
  const loaders = () => ({
    platform: batchedById((ids) => prisma.platform.findMany({ where: { id: { in: ids } } })),
    acknowledgement: batchedById((ids) => prisma.monitoringDataAcknowledgement.findMany({ where: { id: { in: ids } } })),
    listingsOfItem: batchedByParent(({ itemId }: Listing) => itemId, (items) => prisma.listing.findMany({ where: { itemId: { in: items } } })),
    shop: batchedById((ids) => prisma.shop.findMany({ where: { id: { in: ids } } })),
    merchant: batchedById((ids) => prisma.merchant.findMany({ where: { id: { in: ids } } })),
  });
  type Context = StackContext<ReturnType<typeof loaders>>;
  type Key = { readonly id: string };
  const resolvers = {
    Platform: {
      __resolveReference: ({ id }: Key, context: Context) => context.loaders.platform.load(id),
      participant: ({ id }: Key) => ({ id }),
    },
    MonitoringData: {
      acknowledgement: ({ id }: Key, _args: unknown, context: Context) => context.loaders.acknowledgement.load(id),
    },
    MonitoringDataAcknowledgement: {
      listing: async ({ holder, listingItemId }: MonitoringDataAcknowledgement, _args: unknown, context: Context) =>
        listingItemId && ((await context.loaders.listingsOfItem.load(listingItemId)).find((listing) => listing.holder === holder) ?? null),
    },
    Listing: {
      shop: ({ shopId }: Listing, _args: unknown, context: Context) => context.loaders.shop.load(shopId),
    },
    Shop: {
      merchant: ({ merchantId }: Shop, _args: unknown, context: Context) => context.loaders.merchant.load(merchantId),
    },
  };
  return { resolvers, loaders };
}

import { connection } from '@hub/kernel/lists/connection.js';
import { containing } from '@hub/kernel/lists/conditions.js';
import type { PurchaseOrderField, QueryResolvers } from '../../generated/graphql.js';

const columns = { PURCHASED_AT: 'purchasedAt', PRODUCT_NAME: 'productName' } as const satisfies Record<PurchaseOrderField, string>;

export const purchases: QueryResolvers['purchases'] = async (_root, args, context, info) => {
  const { filter, orderBy } = args;
  return connection(context, info, {
    key: 'Purchase.id',
    args,
    filterType: 'PurchaseFilter',
    orderType: 'PurchaseOrder',
    where: {
      ...(filter?.planId && { planId: filter.planId }),
      ...(filter?.orderId && { orderId: filter.orderId }),
      ...(filter?.platformId && { platformId: filter.platformId }),
      ...(filter?.productName && { productName: containing(filter.productName) }),
      ...(filter?.merchantName && { merchantName: containing(filter.merchantName) }),
      ...(filter?.merchantUscc && { merchantUscc: filter.merchantUscc }),
      ...((filter?.purchasedFrom || filter?.purchasedUntil) && {
        purchasedAt: {
          ...(filter.purchasedFrom && { gte: filter.purchasedFrom }),
          ...(filter.purchasedUntil && { lt: filter.purchasedUntil }),
        },
      }),
      ...(filter?.buyerAccount && { buyerId: { in: await context.repositories.buyers.knownBy(filter.buyerAccount) } }),
      ...(filter?.screenshotHash && { screenshots: { array_contains: [{ hash: filter.screenshotHash }] } }),
    },
    orderBy: [{ [columns[orderBy?.field ?? 'PURCHASED_AT']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.purchases,
  });
};

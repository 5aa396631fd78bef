import { containing } from '@hub/kernel/lists/conditions.js';
import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

/** 5.2.2 */
export const earlierInspections: QueryResolvers['earlierInspections'] = (_root, args, context, info) => {
  const { platformId, listingItemId, productName, brand, producerUscc } = args;
  const listing = { ...(platformId && { platformId }), ...(listingItemId && { listingItemId }) };
  const product = {
    ...(productName && { productName: containing(productName) }),
    ...(brand && { brand: containing(brand) }),
    ...(producerUscc && { producerUscc }),
  };
  const same = [listing, product].filter((purchase) => Object.keys(purchase).length > 0);
  return connection(context, info, {
    key: 'Sample.id',
    args,
    where: { reportId: { not: null }, ...(same.length > 0 && { OR: same.map((purchase) => ({ purchase })) }) },
    orderBy: [{ recordedAt: 'desc' }],
    ...context.repositories.samples,
  });
};

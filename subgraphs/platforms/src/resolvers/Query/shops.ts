import { containing } from '@hub/kernel/lists/conditions.js';
import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const shops: QueryResolvers['shops'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Shop.id',
    args,
    filterType: 'ShopFilter',
    where: {
      ...(filter?.name && { name: containing(filter.name) }),
      ...(filter?.merchantId && { merchantId: filter.merchantId }),
      ...(filter?.platformId && { holder: filter.platformId }),
    },
    orderBy: [{ name: 'asc' }],
    ...context.repositories.shops,
  });
};

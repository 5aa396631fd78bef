import { containing } from '@hub/kernel/lists/conditions.js';
import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const merchants: QueryResolvers['merchants'] = async (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Merchant.id',
    args,
    filterType: 'MerchantFilter',
    where: {
      ...(filter?.name && { name: containing(filter.name) }),
      ...(filter?.uscc && { uscc: filter.uscc }),
      ...(filter?.platformId && { holder: filter.platformId }),
      ...(filter?.contactPhone && { contactId: { in: await context.repositories.contacts.knownBy(filter.contactPhone) } }),
    },
    orderBy: [{ name: 'asc' }],
    ...context.repositories.merchants,
  });
};

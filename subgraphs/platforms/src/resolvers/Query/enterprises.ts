import { containing } from '@hub/kernel/lists/conditions.js';
import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const enterprises: QueryResolvers['enterprises'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Enterprise.id',
    args,
    filterType: 'EnterpriseFilter',
    where: {
      ...(filter?.name && { name: containing(filter.name) }),
      ...(filter?.uscc && { uscc: filter.uscc }),
      ...(filter?.regionCode && { regionCode: filter.regionCode }),
    },
    orderBy: [{ name: 'asc' }],
    ...context.repositories.enterprises,
  });
};

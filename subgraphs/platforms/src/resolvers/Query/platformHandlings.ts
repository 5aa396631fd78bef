import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const platformHandlings: QueryResolvers['platformHandlings'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'PlatformHandling.id',
    args,
    filterType: 'PlatformHandlingFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.platformId && { holder: filter.platformId }),
      ...(filter?.handleBefore && { handleBy: { lt: filter.handleBefore } }),
    },
    orderBy: [{ openedAt: 'desc' }],
    ...context.repositories.handlings,
  });
};

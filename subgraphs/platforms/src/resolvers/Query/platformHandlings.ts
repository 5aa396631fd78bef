import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { wherePlatformHandlings } from '../../repository/where-platform-handlings.js';

export const platformHandlings: QueryResolvers['platformHandlings'] = (_root, args, context, info) => {
  return connection(context, info, {
    key: 'PlatformHandling.id',
    args,
    filterType: 'PlatformHandlingFilter',
    where: wherePlatformHandlings(args.filter),
    orderBy: [{ openedAt: 'desc' }],
    ...context.repositories.handlings,
  });
};

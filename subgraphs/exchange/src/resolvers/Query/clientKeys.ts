import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const clientKeys: QueryResolvers['clientKeys'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'ClientKey.id',
    args,
    filterType: 'ClientKeyFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.userId && { userId: filter.userId }),
    },
    orderBy: [{ issuedAt: 'desc' }],
    ...context.repositories.clientKeys,
  });
};

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const persistedOperations: QueryResolvers['persistedOperations'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'PersistedOperation.id',
    args,
    filterType: 'PersistedOperationFilter',
    where: { ...(args.filter?.client && { client: args.filter.client }) },
    orderBy: [{ registeredAt: 'desc' }],
    ...context.repositories.persistedOperations,
  });

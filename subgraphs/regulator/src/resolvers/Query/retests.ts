import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const retests: QueryResolvers['retests'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Retest.id',
    args,
    filterType: 'RetestFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.objectionId && { objectionId: filter.objectionId }),
      ...(filter?.dueBefore && { dueAt: { lt: filter.dueBefore } }),
    },
    orderBy: [{ orderedAt: 'desc' }],
    ...context.repositories.retests,
  });
};

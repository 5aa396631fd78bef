import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const receivedResultNotices: QueryResolvers['receivedResultNotices'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'ReceivedResultNotice.id',
    args,
    filterType: 'ReceivedResultNoticeFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.capacity && { capacity: { in: filter.capacity } }),
      ...(filter?.evidenceHash && { objection: { path: ['evidence'], array_contains: [{ hash: filter.evidenceHash }] } }),
      ...(filter?.objectBefore && { objectBy: { lt: filter.objectBefore } }),
    },
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.receivedResultNotices,
  });
};

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const resultNotices: QueryResolvers['resultNotices'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'ResultNotice.id',
    args,
    filterType: 'ResultNoticeFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.capacity && { capacity: { in: filter.capacity } }),
      ...(filter?.addresseeId && { addresseeId: filter.addresseeId }),
      ...(filter?.monitoringDataId && { monitoringDataId: filter.monitoringDataId }),
      ...(filter?.evidenceHash && { service: { path: ['evidence'], array_contains: [{ hash: filter.evidenceHash }] } }),
      ...(filter?.objectBefore && { objectBy: { lt: filter.objectBefore } }),
    },
    orderBy: [{ issuedAt: 'desc' }],
    ...context.repositories.resultNotices,
  });
};

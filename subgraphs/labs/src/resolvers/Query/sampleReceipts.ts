import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const sampleReceipts: QueryResolvers['sampleReceipts'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'SampleReceipt.id',
    args,
    filterType: 'SampleReceiptFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.commissionId && { commissionId: filter.commissionId }),
      ...(filter?.blindNumber && { blindNumber: filter.blindNumber }),
      ...(filter?.photoHash && { photos: { array_contains: [{ hash: filter.photoHash }] } }),
      ...(filter?.storageOutOfRange != null && { storageOutOfRange: filter.storageOutOfRange }),
    },
    orderBy: [{ expectedSince: 'desc' }],
    ...context.repositories.sampleReceipts,
  });
};

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const sellerCorrections: QueryResolvers['sellerCorrections'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'SellerCorrection.id',
    args,
    filterType: 'SellerCorrectionFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.monitoringDataId && { monitoringDataId: filter.monitoringDataId }),
    },
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.sellerCorrections,
  });
};

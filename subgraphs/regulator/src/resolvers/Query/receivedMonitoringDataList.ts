import { connection } from '@hub/kernel/lists/connection.js';
import { containing } from '@hub/kernel/lists/conditions.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const receivedMonitoringDataList: QueryResolvers['receivedMonitoringDataList'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'ReceivedMonitoringData.id',
    args,
    filterType: 'ReceivedMonitoringDataFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.conclusion && { conclusion: { in: filter.conclusion } }),
      ...(filter?.planId && { planId: filter.planId }),
      ...(filter?.platformId && { platformId: filter.platformId }),
      ...(filter?.productName && { productName: containing(filter.productName) }),
      ...(filter?.producerUscc && { producerUscc: filter.producerUscc }),
      ...(filter?.merchantUscc && { merchantUscc: filter.merchantUscc }),
    },
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.receivedMonitoringData,
  });
};

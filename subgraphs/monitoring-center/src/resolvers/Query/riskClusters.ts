import { connection } from '@hub/kernel/lists/connection.js';
import { containing } from '@hub/kernel/lists/conditions.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const riskClusters: QueryResolvers['riskClusters'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'RiskCluster.id',
    args,
    filterType: 'RiskClusterFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.productName && { productName: containing(filter.productName) }),
      ...(filter?.hazardItem && { hazardItem: containing(filter.hazardItem) }),
    },
    orderBy: [{ openedAt: 'desc' }],
    ...context.repositories.riskClusters,
  });
};

import { connection } from '@hub/kernel/lists/connection.js';
import { containing } from '@hub/kernel/lists/conditions.js';
import type { MonitoringDataOrderField, QueryResolvers } from '../../generated/graphql.js';

const columns = {
  STATE_SINCE: 'stateSince',
  NUMBER: 'number',
  PRODUCT_NAME: 'productName',
} as const satisfies Record<MonitoringDataOrderField, string>;

export const monitoringDataList: QueryResolvers['monitoringDataList'] = (_root, args, context, info) => {
  const { filter, orderBy } = args;
  return connection(context, info, {
    key: 'MonitoringData.id',
    args,
    filterType: 'MonitoringDataFilter',
    orderType: 'MonitoringDataOrder',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.conclusion && { conclusion: { in: filter.conclusion } }),
      ...(filter?.platformId && { platformId: filter.platformId }),
      ...(filter?.planId && { planId: filter.planId }),
      ...(filter?.productName && { productName: containing(filter.productName) }),
      ...(filter?.merchantUscc && { merchantUscc: filter.merchantUscc }),
      ...(filter?.sellerRegionCode && { sellerRegion: filter.sellerRegionCode }),
    },
    orderBy: [{ [columns[orderBy?.field ?? 'STATE_SINCE']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.monitoringData,
  });
};

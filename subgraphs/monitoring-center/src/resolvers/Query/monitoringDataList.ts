import { connection } from '@hub/kernel/lists/connection.js';
import type { MonitoringDataOrderField, QueryResolvers } from '../../generated/graphql.js';
import { whereMonitoringData } from '../../repository/where-monitoring-data.js';

const columns = {
  STATE_SINCE: 'stateSince',
  NUMBER: 'number',
  PRODUCT_NAME: 'productName',
} as const satisfies Record<MonitoringDataOrderField, string>;

export const monitoringDataList: QueryResolvers['monitoringDataList'] = (_root, args, context, info) => {
  const { orderBy } = args;
  return connection(context, info, {
    key: 'MonitoringData.id',
    args,
    filterType: 'MonitoringDataFilter',
    orderType: 'MonitoringDataOrder',
    where: whereMonitoringData(args.filter),
    orderBy: [{ [columns[orderBy?.field ?? 'STATE_SINCE']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.monitoringData,
  });
};

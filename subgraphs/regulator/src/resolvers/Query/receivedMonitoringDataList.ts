import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereReceivedMonitoringData } from '../../repository/where-received-monitoring-data.js';

export const receivedMonitoringDataList: QueryResolvers['receivedMonitoringDataList'] = (_root, args, context, info) => {
  return connection(context, info, {
    key: 'ReceivedMonitoringData.id',
    args,
    filterType: 'ReceivedMonitoringDataFilter',
    where: whereReceivedMonitoringData(args.filter),
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.receivedMonitoringData,
  });
};

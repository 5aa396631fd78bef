import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const monitoringDataAcknowledgements: QueryResolvers['monitoringDataAcknowledgements'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'MonitoringDataAcknowledgement.id',
    args,
    filterType: 'MonitoringDataAcknowledgementFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.conclusion && { conclusion: { in: filter.conclusion } }),
      ...(filter?.acknowledgeBefore && { acknowledgeBy: { lt: filter.acknowledgeBefore } }),
    },
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.acknowledgements,
  });
};

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereAcknowledgements } from '../../repository/where-acknowledgements.js';

export const monitoringDataAcknowledgements: QueryResolvers['monitoringDataAcknowledgements'] = (_root, args, context, info) => {
  return connection(context, info, {
    key: 'MonitoringDataAcknowledgement.id',
    args,
    filterType: 'MonitoringDataAcknowledgementFilter',
    where: whereAcknowledgements(args.filter),
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.acknowledgements,
  });
};

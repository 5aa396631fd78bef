import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const directionFulfilments: QueryResolvers['directionFulfilments'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'DirectionFulfilment.id',
    args,
    filterType: 'DirectionFulfilmentFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.kind && { kind: { in: filter.kind } }),
      ...(filter?.evidenceHash && { reports: { array_contains: [{ evidence: [{ hash: filter.evidenceHash }] }] } }),
      ...(filter?.dueBefore && { dueAt: { lt: filter.dueBefore } }),
    },
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.fulfilments,
  });
};

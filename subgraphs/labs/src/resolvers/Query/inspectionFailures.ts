import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const inspectionFailures: QueryResolvers['inspectionFailures'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'InspectionFailure.id',
    args,
    filterType: 'InspectionFailureFilter',
    where: {
      ...(filter?.reason && { reason: { in: filter.reason } }),
      ...(filter?.commissionId && { commissionId: filter.commissionId }),
      failedAt: { ...(filter?.failedFrom && { gte: filter.failedFrom }), ...(filter?.failedUntil && { lt: filter.failedUntil }) },
    },
    orderBy: [{ failedAt: 'desc' }],
    ...context.repositories.inspectionFailures,
  });
};

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereInspectionFailures } from '../../repository/where-inspection-failures.js';

export const inspectionFailures: QueryResolvers['inspectionFailures'] = (_root, args, context, info) => {
  return connection(context, info, {
    key: 'InspectionFailure.id',
    args,
    filterType: 'InspectionFailureFilter',
    where: whereInspectionFailures(args.filter),
    orderBy: [{ failedAt: 'desc' }],
    ...context.repositories.inspectionFailures,
  });
};

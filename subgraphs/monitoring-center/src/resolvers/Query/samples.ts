import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const samples: QueryResolvers['samples'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Sample.id',
    args,
    filterType: 'SampleFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.blindNumber && { blindNumber: filter.blindNumber }),
      ...(filter?.number && { number: filter.number }),
      ...(filter?.waybill && { waybill: filter.waybill }),
      ...(filter?.planId && { planId: filter.planId }),
    },
    orderBy: [{ recordedAt: 'desc' }],
    ...context.repositories.samples,
  });
};

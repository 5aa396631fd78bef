import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereSamples } from '../../repository/where-samples.js';

export const samples: QueryResolvers['samples'] = (_root, args, context, info) => {
  return connection(context, info, {
    key: 'Sample.id',
    args,
    filterType: 'SampleFilter',
    where: whereSamples(args.filter),
    orderBy: [{ recordedAt: 'desc' }],
    ...context.repositories.samples,
  });
};

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereSamples } from '../../repository/where-samples.js';

export const samples: QueryResolvers['samples'] = async (_root, args, context, info) => {
  return connection(context, info, {
    key: 'Sample.id',
    args,
    filterType: 'SampleFilter',
    where: await whereSamples(args.filter, context.repositories),
    orderBy: [{ recordedAt: 'desc' }],
    ...context.repositories.samples,
  });
};

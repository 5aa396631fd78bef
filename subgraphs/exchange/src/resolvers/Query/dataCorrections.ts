import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereDataCorrections } from '../../repository/where-data-corrections.js';

export const dataCorrections: QueryResolvers['dataCorrections'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'DataCorrection.id',
    args,
    filterType: 'DataCorrectionFilter',
    where: whereDataCorrections(args.filter),
    orderBy: [{ requestedAt: 'desc' }],
    ...context.repositories.dataCorrections,
  });

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const labs: QueryResolvers['labs'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Lab.id',
    args,
    filterType: 'LabFilter',
    where: { ...(filter?.itemCode && { scope: { array_contains: [{ itemCode: filter.itemCode }] } }) },
    orderBy: [],
    ...context.repositories.labs,
  });
};

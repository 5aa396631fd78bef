import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereDelegations } from '../../repository/where-delegations.js';

/** Clause 1 (代办) */
export const delegations: QueryResolvers['delegations'] = (_root, args, context, info) => {
  const { find, count } = context.repositories.delegations;
  return connection(context, info, {
    key: 'Delegation.id',
    args,
    filterType: 'DelegationFilter',
    where: whereDelegations(args.filter),
    orderBy: [{ delegatedAt: 'desc' }],
    find,
    count,
  });
};

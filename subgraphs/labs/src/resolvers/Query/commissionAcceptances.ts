import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const commissionAcceptances: QueryResolvers['commissionAcceptances'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'CommissionAcceptance.id',
    args,
    filterType: 'CommissionAcceptanceFilter',
    where: { ...(args.filter?.state && { state: { in: args.filter.state } }) },
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.commissionAcceptances,
  });

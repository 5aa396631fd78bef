import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereCommissionAcceptances } from '../../repository/where-commission-acceptances.js';

export const commissionAcceptances: QueryResolvers['commissionAcceptances'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'CommissionAcceptance.id',
    args,
    filterType: 'CommissionAcceptanceFilter',
    where: whereCommissionAcceptances(args.filter),
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.commissionAcceptances,
  });

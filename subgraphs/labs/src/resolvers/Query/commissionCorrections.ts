import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereCommissionCorrections } from '../../repository/where-commission-corrections.js';

export const commissionCorrections: QueryResolvers['commissionCorrections'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'CommissionCorrection.id',
    args,
    filterType: 'CommissionCorrectionFilter',
    where: whereCommissionCorrections(args.filter),
    orderBy: [{ receivedAt: 'desc' }],
    ...context.repositories.commissionCorrections,
  });

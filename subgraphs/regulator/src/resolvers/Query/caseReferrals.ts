import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereCaseReferrals } from '../../repository/where-case-referrals.js';

export const caseReferrals: QueryResolvers['caseReferrals'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'CaseReferral.id',
    args,
    filterType: 'CaseReferralFilter',
    where: whereCaseReferrals(args.filter),
    orderBy: [{ referredAt: 'desc' }],
    ...context.repositories.caseReferrals,
  });

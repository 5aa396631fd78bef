import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const caseReferrals: QueryResolvers['caseReferrals'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'CaseReferral.id',
    args,
    filterType: 'CaseReferralFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.recipientId && { recipientId: filter.recipientId }),
      ...(filter?.handlingId && { handlingId: filter.handlingId }),
      ...(filter?.answerBefore && { answerBy: { lt: filter.answerBefore } }),
    },
    orderBy: [{ referredAt: 'desc' }],
    ...context.repositories.caseReferrals,
  });
};

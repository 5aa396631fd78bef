import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const riskNotices: QueryResolvers['riskNotices'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'RiskNotice.id',
    args,
    filterType: 'RiskNoticeFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.addresseeId && { addresseeId: filter.addresseeId }),
      ...(filter?.assessmentId && { assessmentId: filter.assessmentId }),
      ...(filter?.evidenceHash && { answer: { path: ['evidence'], array_contains: [{ hash: filter.evidenceHash }] } }),
      ...(filter?.answerBefore && { answerBy: { lt: filter.answerBefore } }),
    },
    orderBy: [{ sentAt: 'desc' }],
    ...context.repositories.riskNotices,
  });
};

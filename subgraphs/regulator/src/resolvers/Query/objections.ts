import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const objections: QueryResolvers['objections'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Objection.id',
    args,
    filterType: 'ObjectionFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.ground && { ground: { in: filter.ground } }),
      ...(filter?.objectorId && { objectorId: filter.objectorId }),
      ...(filter?.noticeId && { noticeId: filter.noticeId }),
      ...(filter?.onBehalf != null && { onBehalf: filter.onBehalf }),
      ...(filter?.evidenceHash && { evidence: { array_contains: [{ hash: filter.evidenceHash }] } }),
    },
    orderBy: [{ raisedAt: 'desc' }],
    ...context.repositories.objections,
  });
};

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereCorrectionNotices } from '../../repository/where-correction-notices.js';

export const correctionNotices: QueryResolvers['correctionNotices'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'CorrectionNotice.id',
    args,
    filterType: 'CorrectionNoticeFilter',
    where: whereCorrectionNotices(args.filter),
    orderBy: [{ correctedAt: 'desc' }],
    ...context.repositories.correctionNotices,
  });

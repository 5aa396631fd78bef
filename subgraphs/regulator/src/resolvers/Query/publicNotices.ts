import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const publicNotices: QueryResolvers['publicNotices'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'PublicNotice.id',
    args,
    filterType: 'PublicNoticeFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.title && { title: { contains: filter.title, mode: 'insensitive' } }),
      ...(filter?.publishedBefore && { publishedAt: { lt: filter.publishedBefore } }),
    },
    orderBy: [{ publishedAt: 'desc' }],
    ...context.repositories.publicNotices,
  });
};

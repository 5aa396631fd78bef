import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereDataComments } from '../../repository/where-data-comments.js';

export const dataComments: QueryResolvers['dataComments'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'DataComment.id',
    args,
    filterType: 'DataCommentFilter',
    where: whereDataComments(args.filter),
    orderBy: [{ commentedAt: 'desc' }],
    ...context.repositories.dataComments,
  });

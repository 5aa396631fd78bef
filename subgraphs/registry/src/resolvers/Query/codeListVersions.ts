import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const codeListVersions: QueryResolvers['codeListVersions'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'CodeListVersion.id',
    args,
    filterType: 'CodeListVersionFilter',
    where: {
      ...(args.filter?.listId && { listId: args.filter.listId }),
      ...(args.filter?.version != null && { version: args.filter.version }),
    },
    orderBy: [{ publishedAt: 'desc' }],
    ...context.repositories.codeListVersions,
  });

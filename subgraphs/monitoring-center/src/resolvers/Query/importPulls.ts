import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereImportPulls } from '../../repository/where-import-pulls.js';

export const importPulls: QueryResolvers['importPulls'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'ImportPull.id',
    args,
    filterType: 'ImportPullFilter',
    where: whereImportPulls(args.filter ?? {}),
    orderBy: [{ scheduledAt: 'desc' }],
    ...context.repositories.importPulls,
  });

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereImportRuns } from '../../repository/where-import-runs.js';

export const importRuns: QueryResolvers['importRuns'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'ImportRun.id',
    args,
    filterType: 'ImportRunFilter',
    where: whereImportRuns(args.filter ?? {}),
    orderBy: [{ startedAt: 'desc' }],
    ...context.repositories.importRuns,
  });

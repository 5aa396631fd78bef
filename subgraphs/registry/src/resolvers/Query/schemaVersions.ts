import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const schemaVersions: QueryResolvers['schemaVersions'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'SchemaVersion.id',
    args,
    filterType: 'SchemaVersionFilter',
    where: {
      ...(args.filter?.subgraph && { subgraph: args.filter.subgraph }),
      ...(args.filter?.version != null && { version: args.filter.version }),
    },
    orderBy: [{ publishedAt: 'desc' }],
    ...context.repositories.schemaVersions,
  });

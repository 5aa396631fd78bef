import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereSchemaVersions } from '../../repository/where-schema-versions.js';

export const schemaVersions: QueryResolvers['schemaVersions'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'SchemaVersion.id',
    args,
    filterType: 'SchemaVersionFilter',
    where: args.filter ? whereSchemaVersions(args.filter) : {},
    orderBy: [{ publishedAt: 'desc' }],
    ...context.repositories.schemaVersions,
  });

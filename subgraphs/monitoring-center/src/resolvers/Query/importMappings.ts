import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereImportMappings } from '../../repository/where-import-mappings.js';

export const importMappings: QueryResolvers['importMappings'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'ImportMapping.id',
    args,
    filterType: 'ImportMappingFilter',
    where: whereImportMappings(args.filter ?? {}),
    orderBy: [{ proposedAt: 'desc' }],
    ...context.repositories.importMappings,
  });

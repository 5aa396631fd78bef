import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const codeLists: QueryResolvers['codeLists'] = (_root, args, context, info) =>
  // By id, which is the key.
  connection(context, info, { key: 'CodeList.id', args, where: {}, orderBy: [], ...context.repositories.codeLists });

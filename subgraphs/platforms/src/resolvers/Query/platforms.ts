import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const platforms: QueryResolvers['platforms'] = (_root, args, context, info) =>
  connection(context, info, { key: 'Platform.id', args, where: {}, orderBy: [], ...context.repositories.platforms });

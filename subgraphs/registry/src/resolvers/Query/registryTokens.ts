import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const registryTokens: QueryResolvers['registryTokens'] = (_root, args, context, info) =>
  connection(context, info, { key: 'RegistryToken.id', args, where: {}, orderBy: [{ issuedAt: 'desc' }], ...context.repositories.registryTokens });

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const signingKeys: QueryResolvers['signingKeys'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'SigningKey.id',
    args,
    filterType: 'SigningKeyFilter',
    where: { ...(filter?.state && { state: { in: filter.state } }) },
    orderBy: [{ issuedAt: 'desc' }],
    ...context.repositories.signingKeys,
  });
};

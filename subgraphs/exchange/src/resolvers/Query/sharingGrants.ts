import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereSharingGrants } from '../../repository/where-sharing-grants.js';

export const sharingGrants: QueryResolvers['sharingGrants'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'SharingGrant.id',
    args,
    filterType: 'SharingGrantFilter',
    where: whereSharingGrants(args.filter),
    orderBy: [{ grantedAt: 'desc' }],
    ...context.repositories.sharingGrants,
  });

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereSharingRequests } from '../../repository/where-sharing-requests.js';

export const sharingRequests: QueryResolvers['sharingRequests'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'SharingRequest.id',
    args,
    filterType: 'SharingRequestFilter',
    where: whereSharingRequests(args.filter),
    orderBy: [{ requestedAt: 'desc' }],
    ...context.repositories.sharingRequests,
  });

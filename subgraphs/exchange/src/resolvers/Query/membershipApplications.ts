import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereMembershipApplications } from '../../repository/where-membership-applications.js';

/** 5.4.4 (入会申请) */
export const membershipApplications: QueryResolvers['membershipApplications'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'MembershipApplication.id',
    args,
    filterType: 'MembershipApplicationFilter',
    where: whereMembershipApplications(args.filter),
    orderBy: [{ recordedAt: 'desc' }],
    ...context.repositories.membershipApplications,
  });

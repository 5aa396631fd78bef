import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereMembershipEntries } from '../../repository/where-membership-entries.js';

/** 5.4.4 (成员登记) */
export const membershipEntries: QueryResolvers['membershipEntries'] = (_root, args, context, info) =>
  connection(context, info, {
    key: 'MembershipEntry.id',
    args,
    filterType: 'MembershipEntryFilter',
    where: whereMembershipEntries(args.filter),
    orderBy: [{ enteredAt: 'desc' }],
    ...context.repositories.membershipEntries,
  });

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { noteSilentOwners } from '../../repository/note-silent-owners.js';
import { doneBy, whereDuties } from '../../repository/where-duties.js';

/** 5.4.3 b (我的待办) */
export const myTasks: QueryResolvers['myTasks'] = async (_root, args, context, info) => {
  const { rolesOf, duties } = context.repositories;
  const { caller } = context.authority;
  const alone = caller.onBehalfOf === undefined;
  // The role in which they act too, which a claim of the token may give (角色映射).
  const roles = [caller.role, ...(alone ? (await rolesOf(caller, context.now)).map(({ role }) => role) : [])];
  const filter = { ...args.filter, state: args.filter?.state ?? ('OPEN' as const) };
  await noteSilentOwners(context);
  return connection(context, info, {
    key: 'Duty.id',
    args,
    filterType: 'DutyFilter',
    where: {
      AND: [
        { holder: caller.partyId, OR: [{ role: { in: roles } }, ...(alone ? doneBy([caller.userId]) : [])] },
        whereDuties(filter, caller),
        ...(filter.late == null ? [] : [duties.late(filter.late, context.now)]),
      ],
    },
    orderBy: [{ dueAt: 'asc' }],
    find: duties.find,
    count: duties.count,
  });
};

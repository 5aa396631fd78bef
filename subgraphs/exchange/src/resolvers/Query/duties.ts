import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { noteSilentOwners } from '../../repository/note-silent-owners.js';
import { whereDuties } from '../../repository/where-duties.js';

export const duties: QueryResolvers['duties'] = async (_root, args, context, info) => {
  const { filter } = args;
  const { find, count, late } = context.repositories.duties;
  await noteSilentOwners(context);
  return connection(context, info, {
    key: 'Duty.id',
    args,
    filterType: 'DutyFilter',
    where: { AND: [whereDuties(filter, context.authority.caller), ...(filter?.late == null ? [] : [late(filter.late, context.now)])] },
    orderBy: [{ dueAt: 'asc' }],
    find,
    count,
  });
};

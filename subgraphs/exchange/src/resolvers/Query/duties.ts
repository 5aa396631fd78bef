import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const duties: QueryResolvers['duties'] = (_root, args, context, info) => {
  const { filter } = args;
  const { duties: repository } = context.repositories;
  return connection(context, info, {
    key: 'Duty.id',
    args,
    filterType: 'DutyFilter',
    where: {
      ...(filter?.state && { state: filter.state }),
      ...(filter?.stage && { stage: { in: filter.stage } }),
      ...(filter?.kind && { kind: { in: filter.kind } }),
      ...(filter?.partyId && { holder: filter.partyId }),
      ...(filter?.dueBefore && { dueAt: { lt: filter.dueBefore } }),
      ...(filter?.paused != null && { pausedAt: filter.paused ? { not: null } : null }),
      ...(filter?.late != null && { AND: [repository.late(filter.late, context.now)] }),
    },
    orderBy: [{ dueAt: 'asc' }],
    find: repository.find,
    count: repository.count,
  });
};

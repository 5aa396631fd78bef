import { connection } from '@hub/kernel/lists/connection.js';
import { containing } from '@hub/kernel/lists/conditions.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const participants: QueryResolvers['participants'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'Participant.id',
    args,
    filterType: 'ParticipantFilter',
    where: {
      ...(filter?.kind && { kind: { in: filter.kind } }),
      ...(filter?.level && { level: filter.level }),
      ...(filter?.name && { name: containing(filter.name) }),
      ...(filter?.regionCode && { regionCode: { startsWith: filter.regionCode } }),
    },
    orderBy: [{ name: 'asc' }],
    ...context.repositories.participants,
  });
};

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { whereParticipants } from '../../repository/where-participants.js';

export const participants: QueryResolvers['participants'] = (_root, args, context, info) => {
  return connection(context, info, {
    key: 'Participant.id',
    args,
    filterType: 'ParticipantFilter',
    where: whereParticipants(args.filter),
    orderBy: [{ name: 'asc' }],
    ...context.repositories.participants,
  });
};

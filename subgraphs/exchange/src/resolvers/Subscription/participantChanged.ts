import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereParticipants } from '../../repository/where-participants.js';

export const participantChanged: SubscriptionResolvers['participantChanged'] = eventSubscription({
  kinds: ['ParticipantChanged'],
  key: 'Participant.id',
  filter: { type: 'ParticipantFilter', where: whereParticipants },
  find: ({ repositories }: Context, where) => repositories.participants.findAll(where),
  as: (participant) => ({ participant }),
});

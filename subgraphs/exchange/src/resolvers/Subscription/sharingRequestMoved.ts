import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereSharingRequests } from '../../repository/where-sharing-requests.js';

export const sharingRequestMoved: SubscriptionResolvers['sharingRequestMoved'] = eventSubscription({
  kinds: ['SharingRequested', 'SharingRequestMoved', 'SharingRequestEscalated'],
  key: 'SharingRequest.id',
  filter: { type: 'SharingRequestFilter', where: whereSharingRequests },
  find: ({ repositories }: Context, where) => repositories.sharingRequests.findAll(where),
  as: (sharingRequest) => ({ sharingRequest }),
});

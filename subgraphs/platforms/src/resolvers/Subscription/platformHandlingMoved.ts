import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { wherePlatformHandlings } from '../../repository/where-platform-handlings.js';

export const platformHandlingMoved: SubscriptionResolvers['platformHandlingMoved'] = eventSubscription({
  kinds: ['PlatformHandlingMoved'],
  key: 'PlatformHandling.id',
  filter: { type: 'PlatformHandlingFilter', where: wherePlatformHandlings },
  find: ({ repositories }: Context, where) => repositories.handlings.findAll(where),
  as: (platformHandling) => ({ platformHandling }),
});

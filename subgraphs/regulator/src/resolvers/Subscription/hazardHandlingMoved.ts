import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { HazardHandlingFilter, SubscriptionResolvers } from '../../generated/graphql.js';
import { whereHazardHandlings } from '../../repository/where-hazard-handlings.js';

export const hazardHandlingMoved: SubscriptionResolvers['hazardHandlingMoved'] = eventSubscription({
  kinds: ['HazardHandlingOpened', 'HazardHandlingClosed'],
  key: 'HazardHandling.id',
  filter: { type: 'HazardHandlingFilter', where: (filter: HazardHandlingFilter, { authority }) => whereHazardHandlings(filter, authority) },
  find: ({ repositories }: Context, where) => repositories.hazardHandlings.findAll(where),
  as: (hazardHandling) => ({ hazardHandling }),
});

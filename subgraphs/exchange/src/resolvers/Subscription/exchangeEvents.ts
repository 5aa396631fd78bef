import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereExchangeEvents } from '../../repository/where-exchange-events.js';

export const exchangeEvents: SubscriptionResolvers['exchangeEvents'] = eventSubscription({
  key: 'ExchangeEvent.id',
  filter: { type: 'ExchangeEventFilter', where: whereExchangeEvents },
  find: ({ repositories }: Context, where) => repositories.exchangeEvents.findAll(where),
  as: (exchangeEvent) => ({ exchangeEvent }),
  log: ({ repositories }) => repositories.feed,
});

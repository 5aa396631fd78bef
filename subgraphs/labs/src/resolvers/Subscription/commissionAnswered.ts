import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereCommissionAcceptances } from '../../repository/where-commission-acceptances.js';

export const commissionAnswered: SubscriptionResolvers['commissionAnswered'] = eventSubscription({
  kinds: ['CommissionAnswered'],
  key: 'CommissionAcceptance.id',
  filter: { type: 'CommissionAcceptanceFilter', where: whereCommissionAcceptances },
  find: ({ repositories }: Context, where) => repositories.commissionAcceptances.findAll(where),
  as: (commissionAcceptance) => ({ commissionAcceptance }),
});

import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereAcknowledgements } from '../../repository/where-acknowledgements.js';

export const monitoringDataAcknowledged: SubscriptionResolvers['monitoringDataAcknowledged'] = eventSubscription({
  kinds: ['MonitoringDataAcknowledged'],
  key: 'MonitoringDataAcknowledgement.id',
  filter: { type: 'MonitoringDataAcknowledgementFilter', where: whereAcknowledgements },
  find: ({ repositories }: Context, where) => repositories.acknowledgements.findAll(where),
  as: (monitoringDataAcknowledgement) => ({ monitoringDataAcknowledgement }),
});

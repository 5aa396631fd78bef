import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { SubscriptionResolvers } from '../../generated/graphql.js';
import { whereMonitoringData } from '../../repository/where-monitoring-data.js';

export const monitoringDataFedBack: SubscriptionResolvers['monitoringDataFedBack'] = eventSubscription({
  kinds: ['MonitoringDataFedBack'],
  key: 'MonitoringData.id',
  filter: { type: 'MonitoringDataFilter', where: whereMonitoringData },
  find: ({ repositories }: Context, where) => repositories.monitoringData.findAll(where),
  as: (monitoringData) => ({ monitoringData }),
});

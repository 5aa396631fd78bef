import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { MonitoringPlanFilter, SubscriptionResolvers } from '../../generated/graphql.js';
import { whereMonitoringPlans } from '../../repository/where-monitoring-plans.js';

export const monitoringPlanAmended: SubscriptionResolvers['monitoringPlanAmended'] = eventSubscription({
  kinds: ['MonitoringPlanAmended'],
  key: 'MonitoringPlan.id',
  filter: { type: 'MonitoringPlanFilter', where: (filter: MonitoringPlanFilter, { repositories }) => whereMonitoringPlans(filter, repositories) },
  find: ({ repositories }: Context, where) => repositories.monitoringPlans.findAll(where),
  as: (monitoringPlan) => ({ monitoringPlan }),
});

import { eventSubscription } from '@hub/kernel/subscriptions/event-subscription.js';
import type { Context } from '../../context.js';
import type { MonitoringPlanFilter, SubscriptionResolvers } from '../../generated/graphql.js';
import { whereMonitoringPlans } from '../../repository/where-monitoring-plans.js';

export const monitoringPlanIssued: SubscriptionResolvers['monitoringPlanIssued'] = eventSubscription({
  kinds: ['MonitoringPlanIssued'],
  key: 'MonitoringPlan.id',
  filter: { type: 'MonitoringPlanFilter', where: (filter: MonitoringPlanFilter, { repositories }) => whereMonitoringPlans(filter, repositories) },
  find: ({ repositories }: Context, where) => repositories.monitoringPlans.findAll(where),
  as: (monitoringPlan) => ({ monitoringPlan }),
});

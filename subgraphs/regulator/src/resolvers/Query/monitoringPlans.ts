import { connection } from '@hub/kernel/lists/connection.js';
import type { MonitoringPlanOrderField, QueryResolvers } from '../../generated/graphql.js';
import { whereMonitoringPlans } from '../../repository/where-monitoring-plans.js';

const columns = { NUMBER: 'number', DEADLINE: 'deadline' } as const satisfies Record<MonitoringPlanOrderField, string>;

export const monitoringPlans: QueryResolvers['monitoringPlans'] = async (_root, args, context, info) => {
  const { orderBy } = args;
  return connection(context, info, {
    key: 'MonitoringPlan.id',
    args,
    filterType: 'MonitoringPlanFilter',
    orderType: 'MonitoringPlanOrder',
    where: await whereMonitoringPlans(args.filter, context.repositories),
    orderBy: [{ [columns[orderBy?.field ?? 'NUMBER']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.monitoringPlans,
  });
};

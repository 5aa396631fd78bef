import { connection } from '@hub/kernel/lists/connection.js';
import { containing } from '@hub/kernel/lists/conditions.js';
import type { MonitoringPlanOrderField, QueryResolvers } from '../../generated/graphql.js';

const columns = { NUMBER: 'number', DEADLINE: 'deadline' } as const satisfies Record<MonitoringPlanOrderField, string>;

export const monitoringPlans: QueryResolvers['monitoringPlans'] = (_root, args, context, info) => {
  const { filter, orderBy } = args;
  return connection(context, info, {
    key: 'MonitoringPlan.id',
    args,
    filterType: 'MonitoringPlanFilter',
    orderType: 'MonitoringPlanOrder',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.nature && { nature: filter.nature }),
      ...(filter?.title && { title: containing(filter.title) }),
      ...(filter?.centerId && { centerId: filter.centerId }),
      ...(filter?.deadlineBefore && { deadline: { lt: filter.deadlineBefore } }),
    },
    orderBy: [{ [columns[orderBy?.field ?? 'NUMBER']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.monitoringPlans,
  });
};

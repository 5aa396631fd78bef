import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers, SamplingOrderOrderField } from '../../generated/graphql.js';

const columns = { NUMBER: 'number', DUE_AT: 'dueAt' } as const satisfies Record<SamplingOrderOrderField, string>;

export const samplingOrders: QueryResolvers['samplingOrders'] = (_root, args, context, info) => {
  const { filter, orderBy } = args;
  return connection(context, info, {
    key: 'SamplingOrder.id',
    args,
    filterType: 'SamplingOrderFilter',
    orderType: 'SamplingOrderOrder',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.planId && { planId: filter.planId }),
      ...(filter?.workPlanId && { workPlanId: filter.workPlanId }),
      ...(filter?.platformId && { platformId: filter.platformId }),
      ...(filter?.samplerId && { samplerId: filter.samplerId }),
      ...(filter?.dueBefore && { dueAt: { lt: filter.dueBefore } }),
    },
    orderBy: [{ [columns[orderBy?.field ?? 'NUMBER']]: orderBy?.direction === 'ASC' ? 'asc' : 'desc' }],
    ...context.repositories.samplingOrders,
  });
};

import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const workPlans: QueryResolvers['workPlans'] = (_root, args, context, info) => {
  const { filter } = args;
  return connection(context, info, {
    key: 'WorkPlan.id',
    args,
    filterType: 'WorkPlanFilter',
    where: {
      ...(filter?.state && { state: { in: filter.state } }),
      ...(filter?.planId && { planId: filter.planId }),
      ...(filter?.samplerId && { samplerIds: { has: filter.samplerId } }),
      ...(filter?.samplingUntilBefore && { samplingUntil: { lt: filter.samplingUntilBefore } }),
    },
    orderBy: [{ draftedAt: 'desc' }],
    ...context.repositories.workPlans,
  });
};

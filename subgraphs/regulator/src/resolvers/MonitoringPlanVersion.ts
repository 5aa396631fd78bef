import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, MonitoringPlanVersionResolvers, PlanProduct } from '../generated/graphql.js';

export const MonitoringPlanVersion: MonitoringPlanVersionResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.monitoringPlanVersion.load(id),
  plan: ({ planId }, _args, { loaders }) => loaders.monitoringPlan.load(planId),
  products: ({ products }) => products as unknown as PlanProduct[],
  platforms: ({ platformIds }) => platformIds.map((id) => ({ id })),
  replaced: ({ replaced }) => replaced as unknown as ActRecord,
  budget: ({ budgetAmount, budgetCurrency }) =>
    budgetAmount === null || budgetCurrency === null ? null : { amount: budgetAmount, currency: budgetCurrency },
};

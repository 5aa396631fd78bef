import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import type { Context } from '../context.js';
import type { ActRecord, PlanAssignmentResolvers, PlanAssignmentState, PlanNature, PlanProduct } from '../generated/graphql.js';

export const PlanAssignment: PlanAssignmentResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.planAssignment.load(id),
  plan: ({ planId }, _args, { loaders }) => loaders.monitoringPlan.load(planId),
  regulator: ({ holder }) => ({ id: holder }),
  assignee: ({ assigneeId }) => ({ id: assigneeId }),
  nature: ({ nature }) => nature as PlanNature,
  products: ({ products }) => products as unknown as PlanProduct[],
  platforms: ({ platformIds }) => platformIds.map((id) => ({ id })),
  budget: ({ budgetAmount, budgetCurrency }) => (budgetAmount === null || budgetCurrency === null ? null : { amount: budgetAmount, currency: budgetCurrency }),
  state: ({ state }) => state as PlanAssignmentState,
  assigned: ({ assigned }) => assigned as unknown as ActRecord,
  answered: ({ answered }) => answered as unknown as ActRecord | null,
  carriedOutBy: ({ carriedOutById }, _args, { loaders }) => (carriedOutById === null ? null : loaders.monitoringPlan.load(carriedOutById)),
};

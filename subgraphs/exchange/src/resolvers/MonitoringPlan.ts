import { planProgress } from '../domain/plan-progress.js';
import type { MonitoringPlanResolvers } from '../generated/graphql.js';

/** A stub: the regulator owns the plan, the exchange contributes its progress from duties, and what was spent. */
export const MonitoringPlan: MonitoringPlanResolvers = {
  progress: async ({ id }, _args, { loaders }) => planProgress(await loaders.dutiesOfPlan.load(id)),
  spending: ({ id }, _args, { loaders }) => loaders.spendingOfPlan.load(id),
};

import { planProgress } from '../domain/plan-progress.js';
import type { MonitoringPlanResolvers } from '../generated/graphql.js';

/** A stub: the regulator owns the plan, the exchange contributes its progress from duties. */
export const MonitoringPlan: MonitoringPlanResolvers = {
  progress: async ({ id }, _args, { loaders }) => planProgress(await loaders.dutiesOfPlan.load(id)),
};

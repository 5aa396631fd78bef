import type { MonitoringPlanResolvers } from '../generated/graphql.js';

/** A stub: the regulator owns the plan, the centre contributes how it carries it out. */
export const MonitoringPlan: MonitoringPlanResolvers = {
  workPlan: async ({ id }, _args, { loaders }) => (await loaders.workPlansOfPlan.load(id))[0] ?? null,
};

import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { completeMonitoringPlan as perform } from '../../repository/complete-monitoring-plan.js';

/** 3.1 */
export const completeMonitoringPlan: MutationResolvers['completeMonitoringPlan'] = (_root, { items }, context) =>
  runAct(context, 'completeMonitoringPlan', items, perform, (id) => context.loaders.monitoringPlan.load(id));

import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { cancelMonitoringPlan as perform } from '../../repository/cancel-monitoring-plan.js';

/** 3.1 */
export const cancelMonitoringPlan: MutationResolvers['cancelMonitoringPlan'] = (_root, { items }, context) =>
  runAct(context, 'cancelMonitoringPlan', items, perform, (id) => context.loaders.monitoringPlan.load(id));

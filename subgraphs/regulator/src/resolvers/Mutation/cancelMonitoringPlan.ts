import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { cancelPlan } from '../../repository/cancel-plan.js';

/** 3.1 */
export const cancelMonitoringPlan: MutationResolvers['cancelMonitoringPlan'] = (_root, { items }, context) =>
  runAct(context, 'cancelMonitoringPlan', items, cancelPlan, (id) => context.loaders.monitoringPlan.load(id));

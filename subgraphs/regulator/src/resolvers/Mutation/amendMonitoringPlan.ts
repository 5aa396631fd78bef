import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { amendPlan } from '../../repository/amend-plan.js';

/** 3.1 */
export const amendMonitoringPlan: MutationResolvers['amendMonitoringPlan'] = (_root, { items }, context) =>
  runAct(context, 'amendMonitoringPlan', items, amendPlan, (id) => context.loaders.monitoringPlan.load(id));

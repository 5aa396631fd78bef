import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { amendMonitoringPlan as perform } from '../../repository/amend-monitoring-plan.js';

/** 3.1 */
export const amendMonitoringPlan: MutationResolvers['amendMonitoringPlan'] = (_root, { items }, context) =>
  runAct(context, 'amendMonitoringPlan', items, perform, (id) => context.loaders.monitoringPlan.load(id));

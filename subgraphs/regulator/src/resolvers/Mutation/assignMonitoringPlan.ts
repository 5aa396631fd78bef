import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { assignMonitoringPlan as perform } from '../../repository/assign-monitoring-plan.js';

/** 3.1 a */
export const assignMonitoringPlan: MutationResolvers['assignMonitoringPlan'] = (_root, { items }, context) =>
  runAct(context, 'assignMonitoringPlan', items, perform, (id) => context.loaders.planAssignment.load(id));

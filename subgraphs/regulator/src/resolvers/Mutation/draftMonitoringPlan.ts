import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { draftMonitoringPlan as perform } from '../../repository/draft-monitoring-plan.js';

/** 3.1 b, c */
export const draftMonitoringPlan: MutationResolvers['draftMonitoringPlan'] = (_root, { items }, context) =>
  runAct(context, 'draftMonitoringPlan', items, perform, (id) => context.loaders.monitoringPlan.load(id));

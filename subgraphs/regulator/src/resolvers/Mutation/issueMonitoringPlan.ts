import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { issueMonitoringPlan as perform } from '../../repository/issue-monitoring-plan.js';

/** 3.1 b */
export const issueMonitoringPlan: MutationResolvers['issueMonitoringPlan'] = (_root, { items }, context) =>
  runAct(context, 'issueMonitoringPlan', items, perform, (id) => context.loaders.monitoringPlan.load(id));

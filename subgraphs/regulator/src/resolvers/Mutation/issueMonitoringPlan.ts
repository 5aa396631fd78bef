import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { issuePlan } from '../../repository/issue-plan.js';

/** 3.1 b */
export const issueMonitoringPlan: MutationResolvers['issueMonitoringPlan'] = (_root, { items }, context) =>
  runAct(context, 'issueMonitoringPlan', items, issuePlan, (id) => context.loaders.monitoringPlan.load(id));

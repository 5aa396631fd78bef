import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { draftPlan } from '../../repository/draft-plan.js';

/** 3.1 b, c */
export const draftMonitoringPlan: MutationResolvers['draftMonitoringPlan'] = (_root, { items }, context) =>
  runAct(context, 'draftMonitoringPlan', items, draftPlan, (id) => context.loaders.monitoringPlan.load(id));

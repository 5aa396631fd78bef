import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { amendWorkPlan as perform } from '../../repository/amend-work-plan.js';

/** 5.2.1 */
export const amendWorkPlan: MutationResolvers['amendWorkPlan'] = (_root, { items }, context) =>
  runAct(context, 'amendWorkPlan', items, perform, (id) => context.loaders.workPlan.load(id));

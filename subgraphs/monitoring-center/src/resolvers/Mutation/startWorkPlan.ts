import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { startWorkPlan as perform } from '../../repository/start-work-plan.js';

/** 5.2.1 */
export const startWorkPlan: MutationResolvers['startWorkPlan'] = (_root, { items }, context) =>
  runAct(context, 'startWorkPlan', items, perform, (id) => context.loaders.workPlan.load(id));

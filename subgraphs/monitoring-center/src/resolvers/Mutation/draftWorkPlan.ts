import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { draftWorkPlan as perform } from '../../repository/draft-work-plan.js';

/** 5.2.1 */
export const draftWorkPlan: MutationResolvers['draftWorkPlan'] = (_root, { items }, context) =>
  runAct(context, 'draftWorkPlan', items, perform, (id) => context.loaders.workPlan.load(id));

import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { withdrawPlanAssignment as perform } from '../../repository/withdraw-plan-assignment.js';

/** 3.1 a */
export const withdrawPlanAssignment: MutationResolvers['withdrawPlanAssignment'] = (_root, { items }, context) =>
  runAct(context, 'withdrawPlanAssignment', items, perform, (id) => context.loaders.planAssignment.load(id));

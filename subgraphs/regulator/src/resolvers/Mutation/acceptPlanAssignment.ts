import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { acceptPlanAssignment as perform } from '../../repository/accept-plan-assignment.js';

/** 3.1 a */
export const acceptPlanAssignment: MutationResolvers['acceptPlanAssignment'] = (_root, { items }, context) =>
  runAct(context, 'acceptPlanAssignment', items, perform, (id) => context.loaders.planAssignment.load(id));

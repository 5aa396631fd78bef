import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { returnPlanAssignment as perform } from '../../repository/return-plan-assignment.js';

/** 3.1 a */
export const returnPlanAssignment: MutationResolvers['returnPlanAssignment'] = (_root, { items }, context) =>
  runAct(context, 'returnPlanAssignment', items, perform, (id) => context.loaders.planAssignment.load(id));

import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { handOverTask as perform } from '../../repository/hand-over-task.js';

/** 5.4.3 b (转交) */
export const handOverTask: MutationResolvers['handOverTask'] = (_root, { items }, context) =>
  runAct(context, 'handOverTask', items, perform, (id) => context.loaders.taskClaim.load(id));

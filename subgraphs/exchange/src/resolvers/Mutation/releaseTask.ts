import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { releaseTask as perform } from '../../repository/release-task.js';

/** 5.4.3 b (退回) */
export const releaseTask: MutationResolvers['releaseTask'] = (_root, { items }, context) =>
  runAct(context, 'releaseTask', items, perform, (id) => context.loaders.taskClaim.load(id));

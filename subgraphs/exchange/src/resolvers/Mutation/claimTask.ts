import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { claimTask as perform } from '../../repository/claim-task.js';

/** 5.4.3 b (领办) */
export const claimTask: MutationResolvers['claimTask'] = (_root, { items }, context) =>
  runAct(context, 'claimTask', items, perform, (id) => context.loaders.taskClaim.load(id));

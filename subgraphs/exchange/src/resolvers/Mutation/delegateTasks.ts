import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { delegateTasks as perform } from '../../repository/delegate-tasks.js';

/** Clause 1 (代办授权) */
export const delegateTasks: MutationResolvers['delegateTasks'] = (_root, { items }, context) =>
  runAct(context, 'delegateTasks', items, perform, (id) => context.loaders.delegation.load(id));

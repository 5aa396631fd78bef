import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { confirmSample as perform } from '../../repository/confirm-sample.js';

/** 5.2.3 */
export const confirmSample: MutationResolvers['confirmSample'] = (_root, { items }, context) =>
  runAct(context, 'confirmSample', items, perform, (id) => context.loaders.sample.load(id));

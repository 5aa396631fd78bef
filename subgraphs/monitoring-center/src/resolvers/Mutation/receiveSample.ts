import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { receiveSample as perform } from '../../repository/receive-sample.js';

/** 5.2.4 */
export const receiveSample: MutationResolvers['receiveSample'] = (_root, { items }, context) =>
  runAct(context, 'receiveSample', items, perform, (id) => context.loaders.sample.load(id));

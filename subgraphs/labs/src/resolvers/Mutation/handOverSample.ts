import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { handOverSample as perform } from '../../repository/hand-over-sample.js';

/** 5.3.1 */
export const handOverSample: MutationResolvers['handOverSample'] = (_root, { items }, context) =>
  runAct(context, 'handOverSample', items, perform, (id) => context.loaders.sampleReceipt.load(id));

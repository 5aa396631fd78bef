import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { storeSample as perform } from '../../repository/store-sample.js';

/** 5.3.1 */
export const storeSample: MutationResolvers['storeSample'] = (_root, { items }, context) =>
  runAct(context, 'storeSample', items, perform, (id) => context.loaders.sampleReceipt.load(id));

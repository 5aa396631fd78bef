import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordSampleReceipt as perform } from '../../repository/record-sample-receipt.js';

/** 5.3.1 */
export const recordSampleReceipt: MutationResolvers['recordSampleReceipt'] = (_root, { items }, context) =>
  runAct(context, 'recordSampleReceipt', items, perform, (id) => context.loaders.sampleReceipt.load(id));

import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordTestResults as perform } from '../../repository/record-test-results.js';

/** 5.3.3 */
export const recordTestResults: MutationResolvers['recordTestResults'] = (_root, { items }, context) =>
  runAct(context, 'recordTestResults', items, perform, (id) => context.loaders.sampleReceipt.load(id));

import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordStorageReading as perform } from '../../repository/record-storage-reading.js';

/** 5.3.1 */
export const recordStorageReading: MutationResolvers['recordStorageReading'] = (_root, { items }, context) =>
  runAct(context, 'recordStorageReading', items, perform, (id) => context.loaders.sampleReceipt.load(id));

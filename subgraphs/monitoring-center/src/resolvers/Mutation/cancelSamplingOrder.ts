import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { cancelSamplingOrder as perform } from '../../repository/cancel-sampling-order.js';

/** 5.2.2 */
export const cancelSamplingOrder: MutationResolvers['cancelSamplingOrder'] = (_root, { items }, context) =>
  runAct(context, 'cancelSamplingOrder', items, perform, (id) => context.loaders.samplingOrder.load(id));

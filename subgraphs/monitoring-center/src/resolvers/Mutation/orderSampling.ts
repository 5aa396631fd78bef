import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { orderSampling as perform } from '../../repository/order-sampling.js';

/** 5.2.2 */
export const orderSampling: MutationResolvers['orderSampling'] = (_root, { items }, context) =>
  runAct(context, 'orderSampling', items, perform, (id) => context.loaders.samplingOrder.load(id));

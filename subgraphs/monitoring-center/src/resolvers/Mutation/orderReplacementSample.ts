import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { orderReplacementSample as perform } from '../../repository/order-replacement-sample.js';

/** 5.2.4 b */
export const orderReplacementSample: MutationResolvers['orderReplacementSample'] = (_root, { items }, context) =>
  runAct(context, 'orderReplacementSample', items, perform, (id) => context.loaders.samplingOrder.load(id));

import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { orderRetest as perform } from '../../repository/order-retest.js';

/** after 5.4.1 */
export const orderRetest: MutationResolvers['orderRetest'] = (_root, { items }, context) =>
  runAct(context, 'orderRetest', items, perform, (id) => context.loaders.retest.load(id));

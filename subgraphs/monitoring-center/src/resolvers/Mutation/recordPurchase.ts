import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordPurchase as perform } from '../../repository/record-purchase.js';

/** 5.2.2 */
export const recordPurchase: MutationResolvers['recordPurchase'] = (_root, { items }, context) =>
  runAct(context, 'recordPurchase', items, perform, (id) => context.loaders.purchase.load(id));

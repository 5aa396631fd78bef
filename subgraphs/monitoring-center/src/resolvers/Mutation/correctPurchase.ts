import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { correctPurchase as perform } from '../../repository/correct-purchase.js';

/** Clause 4 (更正购样记录) */
export const correctPurchase: MutationResolvers['correctPurchase'] = (_root, { items }, context) =>
  runAct(context, 'correctPurchase', items, perform, (id) => context.loaders.purchase.load(id));

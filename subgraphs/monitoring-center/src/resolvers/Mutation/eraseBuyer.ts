import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { eraseBuyer as perform } from '../../repository/erase-buyer.js';

/** 5.4.3 d (删除采样账号信息) */
export const eraseBuyer: MutationResolvers['eraseBuyer'] = (_root, { items }, context) =>
  runAct(context, 'eraseBuyer', items, (scope, item) => perform(scope, item, context.buyerKeeping), (id) => context.loaders.purchase.load(id));

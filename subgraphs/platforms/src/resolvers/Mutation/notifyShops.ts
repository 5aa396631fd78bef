import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { notifyShops as perform } from '../../repository/notify-shops.js';

/** 5.4.2 */
export const notifyShops: MutationResolvers['notifyShops'] = (_root, { items }, context) =>
  runAct(context, 'notifyShops', items, perform, (id) => context.loaders.handling.load(id));

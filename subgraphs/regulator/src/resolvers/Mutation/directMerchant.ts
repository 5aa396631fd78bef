import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { directMerchant as perform } from '../../repository/direct-merchant.js';

/** 3.1 d */
export const directMerchant: MutationResolvers['directMerchant'] = (_root, { items }, context) =>
  runAct(context, 'directMerchant', items, perform, (id) => context.loaders.hazardDirection.load(id));

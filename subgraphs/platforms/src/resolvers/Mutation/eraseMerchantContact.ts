import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { eraseMerchantContact as perform } from '../../repository/erase-merchant-contact.js';

/** 5.4.3 d (删除电商联系人信息) */
export const eraseMerchantContact: MutationResolvers['eraseMerchantContact'] = (_root, { items }, context) =>
  runAct(context, 'eraseMerchantContact', items, (scope, item) => perform(scope, item, context.contactKeeping), (id) => context.loaders.merchant.load(id));

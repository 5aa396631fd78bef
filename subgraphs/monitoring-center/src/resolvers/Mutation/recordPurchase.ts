import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers, RecordPurchaseInput } from '../../generated/graphql.js';
import { recordPurchase as perform } from '../../repository/record-purchase.js';

/** 5.2.2 */
export const recordPurchase: MutationResolvers['recordPurchase'] = (_root, { items }, context) => {
  const { buyerKeeping } = context;
  const rememberedBy = async ({ buyerName, buyerAccount, buyerAddress, paymentReference, ...item }: RecordPurchaseInput) => ({ ...item, buyer: await buyerKeeping.hash({ buyerName, buyerAccount, buyerAddress, paymentReference: paymentReference ?? null }) });
  return runAct(context, 'recordPurchase', items, (scope, item) => perform(scope, item, buyerKeeping), (id) => context.loaders.purchase.load(id), { rememberedBy });
};

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { Json } from '@hub/kernel/log/event.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { takeNumber } from '@hub/kernel/numbers/take-numbers.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { buyerOf } from '../domain/buyer-of.js';
import { purchaseContent } from '../domain/purchase-content.js';
import { identityKeys } from '../domain/purchase-identities.js';
import { purchaseMachine } from '../domain/purchase-machine.js';
import { requireNoRepeat } from '../domain/require-no-repeat.js';
import { spentAmounts } from '../domain/spent-amounts.js';
import { sampleMachine } from '../domain/sample-machine.js';
import { givenOrder } from '../domain/sampling-causes.js';
import type { RecordPurchaseInput } from '../generated/graphql.js';
import { blindNumber } from './blind-number.js';
import type { BuyerKeeping } from './buyer-keeping.js';
import { countPurchase } from './count-purchase.js';
import type { MonitoringCenterTransaction } from './database.js';
import { openSampleDuty } from './open-sample-duty.js';
import { orderUnderPlan } from './order-under-plan.js';
import { planInForce } from './plan-in-force.js';
import { repeatsUnderPlan } from './repeats-under-plan.js';
import { requireTargetsFree } from './require-targets-free.js';

/** Records what was bought under a sampling order, with its sample (购样, 5.2.2). Platforms are told nothing; who bought is encrypted (5.4.3 d). */
export async function recordPurchase(scope: ActScope<MonitoringCenterTransaction>, input: RecordPurchaseInput, buyers: BuyerKeeping): Promise<ActResult> {
  const { unit, caller, codeLists } = scope;
  const { tx, now } = unit;
  const order = await orderUnderPlan(scope, input.orderId, { field: 'orderId' });
  const plan = await planInForce(tx, order.planId, order.holder, 'orderId');
  const { samplerIds } = await tx.workPlan.findUniqueOrThrow({ where: { id: order.workPlanId } });
  const boughtById = buyerOf(input.boughtById, { samplerIds, samplerId: order.samplerId, callerId: caller.userId });
  const { purchase: content, buyer, quantity } = purchaseContent(input, givenOrder(order), { codeLists, now });
  await requireTargetsFree(tx, order, [content.listingItemId], 'listingItemId');
  const repeats = await repeatsUnderPlan(tx, order, content);
  requireNoRepeat(repeats, content.repeatReason);
  const stamps = {
    holder: order.holder,
    concerned: plan.concerned,
    sellerRegion: content.sellerRegion,
    producerRegion: content.producerRegion,
  };
  const [kept] = await buyers.keep(unit, [{ holder: order.holder, known: { at: order.platformId, by: buyer.account }, content: buyer }]);
  const purchase = await tx.purchase.create({
    data: {
      ...content,
      ...stamps,
      buyerId: kept?.personId ?? null,
      sealedBuyer: kept?.sealed ?? null,
      number: await takeNumber(tx, 'PURCHASE', { holder: order.holder, at: now }),
      orderId: order.id,
      planId: order.planId,
      planProduct: order.planProduct,
      platformId: order.platformId,
      boughtById,
      repeats: repeats.map((repeat) => ({ ...repeat })),
      identityKeys: identityKeys(content),
      recorded: { ...actRecord(unit) },
      ...purchaseMachine.begin('recordPurchase'),
    },
  });
  const sample = await tx.sample.create({
    data: {
      ...stamps,
      number: await takeNumber(tx, 'SAMPLE', { holder: order.holder, at: now }),
      blindNumber: blindNumber(),
      productKind: order.productName,
      productName: purchase.productName,
      quantity,
      purchaseId: purchase.id,
      planId: purchase.planId,
      planProduct: purchase.planProduct,
      productCategory: plan.products.find(({ position }) => position === order.planProduct)?.categoryCode ?? null,
      recordedAt: now,
      ...sampleMachine.begin('recordPurchase'),
    },
  });
  await scope.preserve({ field: 'screenshots', subject: { type: 'Purchase', id: purchase.id }, files: content.screenshots });
  await countPurchase(unit, order, content.listingItemId);
  await openSampleDuty(unit, sample, 'ShipSample', purchase.purchasedAt);
  const { priceAmount, priceCurrency, freightAmount, freightCurrency } = purchase;
  const spent = spentAmounts({ PURCHASE: { amount: priceAmount, currency: priceCurrency }, FREIGHT: { amount: freightAmount, currency: freightCurrency } });
  unit.emit({ kind: 'PurchaseRecorded', subjectType: 'Purchase', subjectId: purchase.id, stamps: stampsOf(purchase), receivers: { exchange: { partOf: purchase.planId, spent: spent as unknown as Json } } });
  return { valueId: purchase.id };
}

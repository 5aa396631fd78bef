import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { nextNumber } from '@hub/kernel/numbers/next-numbers.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { productToBuy } from '../domain/product-to-buy.js';
import { purchaseContent } from '../domain/purchase-content.js';
import { purchaseMachine } from '../domain/purchase-machine.js';
import { sampleMachine } from '../domain/sample-machine.js';
import type { RecordPurchaseInput } from '../generated/graphql.js';
import { blindNumber } from './blind-number.js';
import type { MonitoringCenterTransaction } from './database.js';
import { openSampleDuty } from './open-sample-duty.js';
import { receivedPlan } from './received-plan.js';

/** Records what was bought under a plan, with its sample (购样, 5.2.2). Platforms are told nothing. */
export async function recordPurchase(
  { unit, caller }: ActScope<MonitoringCenterTransaction>,
  input: RecordPurchaseInput,
): Promise<ActResult> {
  const plan = await receivedPlan(unit.tx, input.planId);
  const product = productToBuy(plan, { ...input, centerId: caller.partyId });
  const { purchase: content, quantity } = purchaseContent(input, unit.now);
  const stamps = {
    holder: caller.partyId,
    concerned: plan?.concerned ?? [],
    sellerRegion: content.sellerRegion,
    producerRegion: content.producerRegion,
  };
  const purchase = await unit.tx.purchase.create({
    data: {
      ...content,
      ...stamps,
      number: await nextNumber(unit.tx, 'GY', unit.now),
      planId: input.planId,
      planProduct: product.position,
      platformId: input.platformId,
      recorded: { ...actRecord(unit) },
      ...purchaseMachine.begin('recordPurchase'),
    },
  });
  const sample = await unit.tx.sample.create({
    data: {
      ...stamps,
      number: await nextNumber(unit.tx, 'YP', unit.now),
      blindNumber: blindNumber(),
      productKind: product.name,
      productName: purchase.productName,
      quantity,
      purchaseId: purchase.id,
      planId: purchase.planId,
      planProduct: product.position,
      recordedAt: unit.now,
      ...sampleMachine.begin('recordPurchase'),
    },
  });
  await openSampleDuty(unit, sample, 'ShipSample', purchase.purchasedAt);
  unit.emit({
    kind: 'PurchaseRecorded',
    subjectType: 'Purchase',
    subjectId: purchase.id,
    stamps: stampsOf(purchase),
    receivers: {},
  });
  return { valueId: purchase.id };
}

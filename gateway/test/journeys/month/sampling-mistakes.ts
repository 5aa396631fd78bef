import { expect } from 'vitest';
import type { Asker } from '../../../../scripts/src/asking/asked-hub.js';
import type { Month, Sample } from '../../../../scripts/src/month/month.js';
import { analysts, cityOfficers, platformOfficers, province, samplers, storekeepers } from '../../../../scripts/src/month/parties.js';
import { assignPart, placeOrders } from '../../../../scripts/src/month/planning.js';
import { bringToWarehouse, newSample, paid, shipment } from '../../../../scripts/src/month/sampling.js';
import { claimed, tasksOn, workedOff } from '../../../../scripts/src/month/tasks.js';
import type { MendedMistakes } from './mended.js';

const [analyst] = analysts as [Asker, Asker];

/** The province cuts the part of a city too small; the city returns it, and gets the right one. */
export async function partCutWrong(month: Month, mended: MendedMistakes): Promise<void> {
  const reason = '批次数与会商结果不一致';
  const assignmentId = await assignPart(month, 1, [{ position: 1, batches: 1 }]);
  await workedOff(month, 'AnswerPlanAssignment', [assignmentId], { on: (id) => id, by: () => cityOfficers[1]!, act: 'returnPlanAssignment', items: (id) => [{ assignmentId: id, reason }] });
  mended.note('a part of the plan that went back', reason, [province, cityOfficers[1]!], `planAssignment(id: "${assignmentId}") { state returnReason }`);
}

/** An order names the wrong platform, and is cancelled; nobody has bought upon it. */
export async function orderToWrongPlatform(month: Month, mended: MendedMistakes): Promise<void> {
  const reason = '平台选错';
  const [order] = await placeOrders(month, [{ city: 0, planProduct: 1, platformId: 'platform-2', sampler: samplers[0]!, batches: month.perOrder, id: '' }]);
  await tasksOn(month, samplers[0]!, 'BuySamples', [order!.id]);
  await month.one(analyst, 'cancelSamplingOrder', { samplingOrderId: order!.id, reason });
  mended.note('an order to the wrong platform', reason, [analyst, cityOfficers[0]!], `samplingOrder(id: "${order!.id}") { state cancelReason }`);
}

/** A sampler has entered the merchant of another shop, and corrects the purchase. */
export async function purchaseOfWrongMerchant(month: Month, mended: MendedMistakes, { purchaseId, order, mark }: Sample): Promise<void> {
  const reason = '误登记为同名店铺的经营者';
  await month.one(order.sampler, 'correctPurchase', { purchaseId, shopName: `${mark}号小店`, merchantName: '拾光家居用品商行', sellerRegionCode: '330106', reason });
  mended.note('a purchase of the wrong merchant', reason, [analyst, cityOfficers[order.city]!], `purchase(id: "${purchaseId}") { merchantName corrections { merchantName reason } }`);
}

/** A sampler falls ill, and hands what they have claimed over to a colleague, who ships it. */
export async function workHandedOver(month: Month, mended: MendedMistakes, samples: readonly Sample[]): Promise<void> {
  const reason = '病假，快递单已打印';
  const ill = samples[0]!.order.sampler;
  const colleague = samplers.find((each) => each !== ill)!;
  const tasks = await tasksOn(month, ill, 'ShipSample', samples.map(({ sampleId }) => sampleId));
  const claims = await claimed(month, ill, tasks);
  await month.done(ill, 'handOverTask', claims.map((claimId) => ({ claimId, toUserId: colleague.identity, reason })));
  await workedOff(month, 'ShipSample', samples, { on: ({ sampleId }) => sampleId, by: () => colleague, act: 'shipSample', items: (sample) => [{ sampleId: sample.sampleId, ...shipment(sample) }] });
  mended.note('work that was handed over', reason, [ill, colleague], 'myTasks(first: 500, filter: { kind: ["ShipSample"], state: DONE }) { nodes { claims { reason } } }');
}

/** A storekeeper goes on leave and lets a colleague act. @returns who acts in their stead */
export async function workDelegated(month: Month, mended: MendedMistakes): Promise<Asker & { readonly delegation: string }> {
  const reason = '年休假';
  const onLeave = storekeepers[1]!;
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const { id } = await month.one(onLeave, 'delegateTasks', { delegateId: 'steward.1', role: 'STOREKEEPER', until, reason });
  const standIn = { identity: 'steward', user: 1, delegation: id } as const;
  await month.eventually(() => month.hub.ask(standIn, '{ viewer { role } samples(first: 1) { totalCount } }'), ({ errors }) => errors === undefined);
  mended.note('a storekeeper on leave', reason, [onLeave], 'delegations(first: 100) { nodes { reason } }');
  return standIn;
}

/** What came is not what the plan asks for: it goes back against a refund, and another is bought in its place. @returns the other */
export async function wrongGoodsReplaced(month: Month, mended: MendedMistakes, sample: Sample, storekeeper: Asker): Promise<Sample> {
  const reason = '到货与页面不符，外壳破损';
  const { sampleId, order } = sample;
  const work = { on: (id: string) => id };
  await workedOff(month, 'VerifySample', [sampleId], { ...work, by: () => storekeeper, act: 'verifySample', items: (id) => [{ sampleId: id, meets: false, reasons: reason }] });
  const refund = { amount: (Number(paid.price) + Number(paid.freight)).toFixed(2) };
  await workedOff(month, 'ReturnSample', [sampleId], { ...work, by: () => order.sampler, act: 'returnSample', items: (id) => [{ sampleId: id, reason, refund, carrier: '顺达', waybill: 'TH-1' }] });
  mended.note('goods that came damaged', reason, [analyst, cityOfficers[order.city]!], `sample(id: "${sampleId}") { state verification { reasons } goodsReturn { reason refund { amount } } }`);
  return replaced(month, sample, reason);
}

/** Another sample is ordered and bought in the place of one, and comes to the warehouse. */
export async function replaced(month: Month, sample: Sample, reason: string): Promise<Sample> {
  const { order } = sample;
  const { id } = await month.one(analyst, 'orderReplacementSample', { sampleId: sample.sampleId, samplerId: order.sampler.identity, reason });
  const other = newSample(month, { ...order, batches: 1, id }, sample.place, false);
  await bringToWarehouse(month, [other]);
  month.samples[month.samples.indexOf(sample)] = other;
  return other;
}

/** Two samples were given each other's labels on the way into the warehouse. */
export async function labelsSwapped(month: Month, mended: MendedMistakes, [one, other]: readonly [Sample, Sample]): Promise<void> {
  const reason = '入库时两件样品标签贴反';
  await month.one(storekeepers[0]!, 'swapSampleLabels', { sampleId: one.sampleId, otherSampleId: other.sampleId, reason });
  [one.purchaseId, other.purchaseId] = [other.purchaseId, one.purchaseId];
  for (const { sampleId } of [one, other]) mended.note('labels that were swapped', reason, [analyst, cityOfficers[one.order.city]!], `sample(id: "${sampleId}") { relabellings { reason } }`);
}

/** Whether anybody outside sees that is being bought: platforms, the merchant, the enterprise, and labs before they are commissioned. */
export async function seenTooEarly(month: Month, outsiders: readonly Asker[]): Promise<unknown[]> {
  // Whoever buys sees some of each, so that whoever does not was asked the right thing.
  expect((await listsOf(month, analyst)).every((list) => list !== null && list.totalCount > 0)).toBe(true);
  const seen = await Promise.all(outsiders.map((by) => listsOf(month, by)));
  return seen.flat().filter((list) => list !== null && list.totalCount > 0);
}

/** What is bought for whom, as somebody sees it: each list is there, or refused. */
async function listsOf(month: Month, by: Asker): Promise<readonly ({ readonly totalCount: number } | null)[]> {
  const { data } = await month.hub.ask(by, '{ samples { totalCount } purchases { totalCount } samplingOrders { totalCount } monitoringPlans { totalCount } }');
  expect(Object.keys(data ?? {})).toEqual(['samples', 'purchases', 'samplingOrders', 'monitoringPlans']);
  return Object.values(data as Record<string, { readonly totalCount: number } | null>);
}

export const platforms: readonly Asker[] = Object.values(platformOfficers);

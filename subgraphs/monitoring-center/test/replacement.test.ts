import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, storekeeper, type Hub } from './acts.js';
import { onSamples, upTo, warehoused } from './sample-steps.js';
import { actOn, bought, commissioned, issuedPlan, leak, mark, purchaseItem, recordedScope, tell } from './thread.js';

let hub: Hub;
let planId: string;
let sampleId: string;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  await recordedScope(hub, 'lab-1', [leak, mark]);
});
beforeEach(async () => {
  planId = await issuedPlan(hub);
});
afterAll(() => hub.close());

const replace = (changes: object = {}) =>
  act(hub, analyst, 'orderReplacementSample', onSamples([sampleId], { samplerId: 'center.2', reason: '型号不符，已退货', ...changes }),
    'id number state batches planProduct productName samplerId replacementReason platform { id } replaces { id replacementOrder { id } }');
const returned = async () => {
  sampleId = (await bought(hub, planId))[0]?.sampleId ?? '';
  await upTo(hub, [sampleId], 'verifySample');
  await act(hub, storekeeper, 'verifySample', onSamples([sampleId], { meets: false, reasons: '型号不符' }), 'id');
  await act(hub, sampler, 'returnSample', onSamples([sampleId], { reason: '型号不符', refund: { amount: '128.50' } }), 'id');
};

describe('a sample is replaced (补样, 5.2.4 b, 5.3.2)', () => {
  it('when it went back: an order of one batch, linked to it, beyond the batches of the plan', async () => {
    await returned();
    const [outcome] = await replace();
    expect(outcome?.value).toMatchObject({
      state: 'ORDERED',
      batches: 1,
      planProduct: 1,
      productName: '电热水壶',
      samplerId: 'center.2',
      replacementReason: '型号不符，已退货',
      platform: { id: 'platform-1' },
      replaces: { id: sampleId, replacementOrder: { id: outcome?.value.id } },
    });
    const duties = await hub.database.$queryRaw<object[]>`SELECT role, part_of FROM kernel.duty WHERE kind = 'BuySamples' AND subject_id = ${outcome?.value.id}`;
    expect(duties).toEqual([{ role: 'SAMPLER', part_of: planId }]);

    // What went back was no sample in the end: to buy the same again repeats nothing.
    const item = purchaseItem(outcome?.value.id ?? '', { repeatReason: null, purchasedAt: new Date().toISOString() });
    const purchase = await actOn(hub, sampler, 'recordPurchase', item, 'id repeats { number } order { state replaces { id } }');
    expect(purchase).toMatchObject({ repeats: [], order: { state: 'FULFILLED', replaces: { id: sampleId } } });
  });

  it('where it was bought, also when the plan has dropped that platform since: what was ordered before stays', async () => {
    await returned();
    const { platformIds, ...plan } = { platformIds: ['platform-2'], deadline: '2099-06-30T10:00:00.000Z', feedbackWithin: 'P10D' };
    const { products } = await hub.database.receivedMonitoringPlan.findUniqueOrThrow({ where: { id: planId } });
    await tell(hub, 'regulator', 'MonitoringPlanAmended', planId, { id: planId, version: 2, products: products as object[] as never, platformIds, ...plan });
    expect((await replace({ platformId: 'platform-3' }))[0]?.refusal).toMatchObject({ code: 'PLATFORM_NOT_IN_PLAN', field: 'platformId' });
    expect((await replace())[0]?.value).toMatchObject({ state: 'ORDERED', platform: { id: 'platform-1' } });
  });

  it('once; when its order is cancelled, once more', async () => {
    await returned();
    const [first] = (await Promise.all([replace(), replace()])).flat().toSorted((a, b) => Number(a.value === null) - Number(b.value === null));
    const [again] = await replace();
    expect(again?.refusal).toMatchObject({ code: 'REPLACEMENT_ORDERED', field: 'sampleId', message: expect.stringContaining(String(first?.value.number)) });
    expect(await hub.database.samplingOrder.count({ where: { replacesSampleId: sampleId } })).toBe(1);
    await actOn(hub, analyst, 'cancelSamplingOrder', { samplingOrderId: first?.value.id, reason: '商品下架' });
    expect((await replace())[0]?.refusal).toBeNull();
  });

  it('when it could not be inspected, also once it is disposed of, from another platform’s shop too, but not by anybody, nor of what is well', async () => {
    sampleId = (await warehoused(hub, planId))[0]?.sampleId ?? '';
    expect((await replace())[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', possibleFrom: ['RETURNED', 'INSPECTION_FAILED', 'DISPOSED'] });
    const { id: commissionId } = await commissioned(hub, 'lab-1', [sampleId]);
    await tell(hub, 'labs', 'InspectionFailed', sampleId, {
      failureId: 'f', sampleId, commissionId, labId: 'lab-1', reason: 'DAMAGED', facts: '运输破损', failedAt: '2026-02-01T00:00:00.000Z', complete: true,
    });
    const refusals = [await replace({ samplerId: 'center.3' }), await replace({ reason: ' ' }), await replace({ platformId: 'platform-2' }), await replace({ dueAt: '2020-01-01T00:00:00Z' })];
    expect(refusals.map(([outcome]) => outcome?.refusal?.code)).toEqual(['SAMPLER_NOT_IN_WORK_PLAN', 'VALUE_REQUIRED', 'PLATFORM_NOT_IN_PLAN', 'TIME_IN_PAST']);
    const disposed = (reached: string[]) => hub.database.sample.update({ where: { id: sampleId }, data: { state: 'DISPOSED', reached: { set: [...reached, 'DISPOSED'] } } });
    await disposed(['REPORTED', 'FED_BACK']);
    expect((await replace())[0]?.refusal).toMatchObject({ code: 'SAMPLE_WAS_TESTED' });
    await disposed(['INSPECTION_FAILED']);
    const [done] = await replace();
    // It lies at the lab and was bought all the same; what takes its place may come from the same merchant.
    const item = purchaseItem(done?.value.id ?? '', { repeatReason: null, purchasedAt: new Date().toISOString() });
    expect(await actOn(hub, sampler, 'recordPurchase', item, 'id repeats { number }')).toMatchObject({ repeats: [] });
  });
});

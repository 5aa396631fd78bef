import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, sampler, type Hub } from './acts.js';
import { warehoused } from './sample-steps.js';
import { actOn, commissioned, issuedPlan, leak, mark, orderedUnder, purchaseItem, recordedScope, reported } from './thread.js';

let hub: Hub;
let planId: string;
let orderId: string;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  await recordedScope(hub, 'lab-1', [leak, mark]);
});
beforeEach(async () => {
  planId = await issuedPlan(hub);
  orderId = await orderedUnder(hub, planId, { batches: 20 });
});
afterAll(() => hub.close());

const another = { merchantName: '别家', merchantUscc: '91110000600037341L', brand: '别牌', producerName: '别厂', producerUscc: null };
const record = (changes: object = {}) => act(hub, sampler, 'recordPurchase', [purchaseItem(orderId, { repeatReason: null, ...changes })], 'id number repeats { identity name number } repeatReason');

describe('in principle no merchant, brand or producer twice under one plan (5.2.2)', () => {
  it('a repeat is refused with what it repeats and when that was bought; with a reason it goes through, and the regulator sees why', async () => {
    const [first] = await record();
    const number = String(first?.value.number);
    const [refused] = await record({ shopName: '小满二店', merchantName: '小满（二店）', brand: '别牌', producerUscc: null, producerName: null });
    expect(refused?.refusal).toMatchObject({ code: 'REPEATED_UNDER_PLAN', field: 'repeatReason', message: expect.stringContaining(`MERCHANT 小满（二店） (${number})`) });
    expect(refused?.refusal?.message).not.toContain('BRAND');
    const chinese = await hub.ask<{ recordPurchase: { outcomes: { refusal: { message: string } }[] } }>(
      sampler,
      'mutation ($items: [RecordPurchaseInput!]!) { recordPurchase(items: $items) { outcomes { refusal { message } } } }',
      { items: [purchaseItem(orderId, { ...another, brand: ' 小 满', repeatReason: ' ' })] },
      { 'accept-language': 'zh-CN' },
    );
    expect(chinese.data.recordPurchase.outcomes[0]?.refusal.message).toContain(`品牌 小 满（${number}）`.replace('品牌  ', '品牌 '));
    expect(await hub.database.purchase.count({ where: { planId } })).toBe(1);

    const [allowed] = await record({ repeatReason: '市场占有率最高，需覆盖两个批次' });
    const read = 'query ($id: ID!) { purchase(id: $id) { repeatReason repeats { identity name number } } }';
    expect((await hub.ask('regulator-province', read, { id: allowed?.value.id })).data).toEqual({
      purchase: {
        repeatReason: '市场占有率最高，需覆盖两个批次',
        repeats: [
          { identity: 'MERCHANT', name: '小满日用品商行', number },
          { identity: 'BRAND', name: '小满', number },
          { identity: 'PRODUCER', name: '某电器厂', number },
        ],
      },
    });
  });

  it('another plan is another matter, and so is another merchant with another brand and producer', async () => {
    await record();
    expect((await record(another))[0]?.refusal).toBeNull();
    orderId = await orderedUnder(hub, await issuedPlan(hub));
    expect((await record())[0]?.value['repeats']).toEqual([]);
  });

  it('of two samplers who buy the same at the same moment under two orders one is refused', async () => {
    const orders = [orderId, await orderedUnder(hub, planId, { samplerId: 'center.2' })];
    const outcomes = await Promise.all(
      orders.map(async (order, index) => {
        const [outcome] = await act(hub, { ...sampler, user: index === 0 ? 1 : 2 }, 'recordPurchase', [purchaseItem(order, { repeatReason: null })], 'id boughtById');
        return outcome?.refusal?.code ?? outcome?.value['boughtById'];
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'REPEATED_UNDER_PLAN')).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== 'REPEATED_UNDER_PLAN')).toBe(outcomes[0] === 'REPEATED_UNDER_PLAN' ? 'center.2' : 'center.1');
  });

  it('who records for another sampler names it; who is no sampler of the work plan records for the order’s', async () => {
    const buyers = async (asker: Parameters<Hub['ask']>[0], changes: object) =>
      (await actOn(hub, asker, 'recordPurchase', purchaseItem(orderId, changes), 'id boughtById'))['boughtById'];
    expect(await buyers(sampler, { boughtById: 'center.2' })).toBe('center.2');
    expect(await buyers({ ...sampler, user: 3 }, {})).toBe('center.1');
    expect(await buyers({ ...sampler, user: 2 }, {})).toBe('center.2');
  });
});

describe('earlier inspections of a product are shown before it is bought (5.2.2)', () => {
  it('from the same listing, or of the same product by name, brand and producer; to centre and regulator only', async () => {
    const listingItemId = `ITEM-${randomUUID()}`;
    const [first, second, third] = await warehoused(hub, await issuedPlan(hub), 3, { listingItemId, productName: '晴川破壁机 X9', brand: '晴川' });
    const ids = [first, second].map((sample) => sample?.sampleId ?? '');
    const { id } = await commissioned(hub, 'lab-1', [...ids, third?.sampleId ?? '']);
    for (const sampleId of ids) await reported(hub, 'lab-1', id, sampleId, { complete: false });
    const query = `query ($platformId: ID, $listingItemId: String, $productName: String, $brand: String, $producerUscc: String) {
      earlierInspections(platformId: $platformId, listingItemId: $listingItemId, productName: $productName, brand: $brand, producerUscc: $producerUscc) {
        totalCount nodes { id conclusion purchase { listingItemId } } } }`;
    const find = async (named: object, asker: Parameters<Hub['ask']>[0] = sampler) => {
      const { data } = await hub.ask<{ earlierInspections: { totalCount: number; nodes: { id: string; conclusion: string }[] } | null }>(asker, query, named);
      return data.earlierInspections;
    };
    const found = await find({ platformId: 'platform-1', listingItemId });
    expect(found?.nodes.map((sample) => sample.id).sort()).toEqual(ids.toSorted());
    expect(found?.nodes[0]?.conclusion).toBe('NONCONFORMING');
    expect(await find({ productName: '破壁机', brand: '晴川', producerUscc: '91440300MA5F7YRE78' }, 'regulator-province')).toMatchObject({ totalCount: 2 });
    expect(await find({ platformId: 'platform-2', listingItemId: 'ITEM-9', productName: '破壁机', brand: '晴川' })).toMatchObject({ totalCount: 2 });
    expect(await find({ productName: '破壁机', brand: '别牌' })).toMatchObject({ totalCount: 0 });
    expect(await find({ platformId: 'platform-2', listingItemId })).toMatchObject({ totalCount: 0 });
    expect(await find({ listingItemId }, 'regulator-city')).toMatchObject({ totalCount: 0 });
    for (const asker of ['platform-1', 'lab-1', 'merchant-1']) expect(await find({ listingItemId }, asker)).toBeNull();
  });
});

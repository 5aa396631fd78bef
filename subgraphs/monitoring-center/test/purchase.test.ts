import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import { usccProblem } from '@hub/schema/identifiers/uscc.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, type Hub } from './acts.js';
import { file } from './sample-steps.js';
import { actOn, bought, issuedPlan, leak, orderedUnder, purchaseItem, startedWorkPlanOf } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const record = (items: readonly object[], fields?: string) => act(hub, sampler, 'recordPurchase', items, fields);

describe('a sampler records what was bought (购样, 5.2.2)', () => {
  it('with its sample under a blind number, and nobody is told what', async () => {
    const planId = await issuedPlan(hub);
    const orderId = await orderedUnder(hub, planId);
    const [outcome] = await record(
      [purchaseItem(orderId, { repeatReason: null, screenshots: [file()] })],
      `id number state revision order { id state bought } boughtById screenshots { hash size } repeats { number } repeatReason plan { id } planProduct platform { id } shopName merchantName merchantUscc sellerRegion { code } productName
       brand producerName producerUscc listingItemId listingSku orderNumber price { amount currency } freight { amount currency } invoiceNumber
       purchasedAt recorded { userId role } buyerName buyerAccount buyerAddress paymentReference
       sample { id number blindNumber productKind productName quantity state revision purchase { id } commission { id } }`,
    );
    expect(outcome).toMatchObject({
      refusal: null,
      value: {
        number: expect.stringMatching(/^GY-\d{4}-\d{6}$/),
        state: 'PURCHASED',
        revision: 1,
        order: { id: orderId, state: 'ORDERED', bought: 1 },
        boughtById: 'center.1',
        screenshots: [{ hash: file().hash, size: 48_213 }],
        repeats: [],
        repeatReason: null,
        plan: { id: planId },
        sellerRegion: { code: '330105' },
        price: { amount: '128.50', currency: 'CNY' },
        freight: { amount: '0.00', currency: 'CNY' },
        invoiceNumber: null,
        purchasedAt: '2026-01-20T10:00:00.000+08:00',
        recorded: { userId: 'center.1', role: 'SAMPLER' },
        buyerAccount: 'buyer-007',
        paymentReference: 'ALIPAY-4711',
        sample: {
          number: expect.stringMatching(/^YP-\d{4}-\d{6}$/),
          blindNumber: expect.stringMatching(/^MY-[0-9A-HJKMNP-TV-Z]{10}$/),
          productKind: '电热水壶',
          quantity: 3,
          state: 'PURCHASED',
          purchase: { id: outcome?.value.id },
          commission: null,
        },
      },
    });
    const [event] = await hub.database.$queryRaw<object[]>`
      SELECT receivers, payloads, stamps FROM kernel.event WHERE kind = 'PurchaseRecorded' AND subject_id = ${outcome?.value.id}`;
    expect(event).toEqual({
      receivers: ['exchange'],
      // What it cost, and nothing of what it was.
      payloads: { exchange: { partOf: planId, spent: [{ kind: 'PURCHASE', amount: '128.50', currency: 'CNY' }, { kind: 'FREIGHT', amount: '0.00', currency: 'CNY' }] } },
      stamps: expect.objectContaining({ holder: 'center', concerned: ['regulator-province'] }),
    });
    const sample = await hub.database.sample.findFirst({ where: { purchaseId: outcome?.value.id ?? '' } });
    expect(sample).toMatchObject({ sellerRegion: '330105', producerRegion: '440300', concerned: ['regulator-province'], reached: ['PURCHASED'] });
  });

  it('only under an order that stands, of a plan in force, by a sampler of the work plan', async () => {
    const planId = await issuedPlan(hub);
    const [fulfilled, cancelled, ended] = [await orderedUnder(hub, planId, { batches: 1 }), await orderedUnder(hub, planId), await orderedUnder(hub, await issuedPlan(hub))];
    await actOn(hub, analyst, 'cancelSamplingOrder', { samplingOrderId: cancelled, reason: '下架' });
    await hub.database.receivedMonitoringPlan.updateMany({ where: { NOT: { id: planId } }, data: { state: 'COMPLETED' } });
    const outcomes = await record([
      purchaseItem(randomUUID()),
      purchaseItem(fulfilled, { boughtById: 'center.3' }),
      purchaseItem(fulfilled),
      purchaseItem(fulfilled),
      purchaseItem(cancelled),
      purchaseItem(ended),
    ]);
    expect(outcomes.map(({ refusal }) => refusal?.code ?? 'DONE')).toEqual([
      'NOT_FOUND',
      'SAMPLER_NOT_IN_WORK_PLAN',
      'DONE',
      'STATE_NOT_POSSIBLE',
      'STATE_NOT_POSSIBLE',
      'PLAN_NOT_IN_FORCE',
    ]);
    expect(outcomes[1]?.refusal).toMatchObject({ field: 'boughtById', message: expect.stringContaining('center.1, center.2') });
    expect(outcomes[3]?.refusal).toMatchObject({ state: 'FULFILLED', possibleFrom: ['ORDERED'] });
  });

  it('thirty in one call for three samplers, whose orders are fulfilled with the last', async () => {
    const planId = await issuedPlan(hub);
    await startedWorkPlanOf(hub, planId, { samplerIds: ['center.1', 'center.2', 'center.3'] });
    const orders: string[] = [];
    for (const samplerId of ['center.1', 'center.2', 'center.3']) orders.push(await orderedUnder(hub, planId, { batches: 10, samplerId }));
    const items = Array.from({ length: 30 }, (_, n) =>
      purchaseItem(orders[n % 3] ?? '', {
        boughtById: `center.${(n % 3) + 1}`, repeatReason: null, merchantName: `商家 ${n}`, merchantUscc: null, brand: `品牌 ${n}`, producerName: `厂 ${n}`, producerUscc: null,
      }),
    );
    const outcomes = await record(items, 'id boughtById repeats { number }');
    expect(outcomes.map(({ refusal }) => refusal)).toEqual(items.map(() => null));
    expect(outcomes.map(({ value }) => value['boughtById'])).toEqual(items.map((_, n) => `center.${(n % 3) + 1}`));
    const { data } = await hub.ask('center', 'query ($id: ID!) { samplingOrders(filter: { planId: $id }) { nodes { state bought } } purchases(filter: { planId: $id }) { totalCount } }', { id: planId });
    expect(data).toEqual({ samplingOrders: { nodes: orders.map(() => ({ state: 'FULFILLED', bought: 10 })) }, purchases: { totalCount: 30 } });
    const open = await hub.database.$queryRaw<object[]>`SELECT 1 FROM kernel.duty WHERE kind = 'BuySamples' AND part_of = ${planId} AND closed_at IS NULL`;
    expect(open).toEqual([]);
  });

  it('only with values that conform: codes, regions, amounts, times', async () => {
    const orderId = await orderedUnder(hub, await issuedPlan(hub));
    const wrong: [string, object][] = [
      ['merchantUscc', { merchantUscc: '91350211M00013FA1N' }],
      ['producerUscc', { producerUscc: '91440300MA5F7YRE7' }],
      ['sellerRegionCode', { sellerRegionCode: '3301' }],
      ['producerRegionCode', { producerRegionCode: '33010X' }],
      ['price.amount', { price: { amount: '-0.01' } }],
      ['freight.amount', { freight: { amount: '-1' } }],
      ['price.currency', { price: { amount: '1', currency: 'RMB' } }],
      ['purchasedAt', { purchasedAt: new Date(Date.now() + 3_600_000).toISOString() }],
      ['purchasedAt', { purchasedAt: '2026-01-04T10:00:00+08:00' }],
      ['quantity', { quantity: 0 }],
      ['listingSnapshotHash', { listingSnapshotHash: 'md5:1' }],
      ['buyerName', { buyerName: '' }],
      ['screenshots.0.hash', { screenshots: [{ ...file(), hash: 'x' }] }],
    ];
    const outcomes = await record(wrong.map(([, changes]) => purchaseItem(orderId, changes)));
    expect(outcomes.map(({ refusal }) => refusal?.field)).toEqual(wrong.map(([field]) => field));
    expect(outcomes.slice(7, 9).map(({ refusal }) => refusal?.code)).toEqual(['TIME_IN_FUTURE', 'TIMES_OUT_OF_ORDER']);
    expect(outcomes[0]?.refusal?.message).toContain('91440300MA5F7YRE78');
    const natural = await record([purchaseItem(orderId, { merchantUscc: null, producerUscc: null, producerRegionCode: null })]);
    expect(natural[0]?.refusal).toBeNull();
  });

  it('in hundreds, each once however often it is sent', async () => {
    const planId = await issuedPlan(hub, { products: [{ position: 1, categoryCode: '0706', name: '电热水壶', batches: 100, testItems: [leak] }] });
    const orderId = await orderedUnder(hub, planId, { batches: 100 });
    const items = Array.from({ length: 100 }, () => purchaseItem(orderId));
    const first = await record(items);
    const again = await record(items);
    expect(again.map(({ value }) => value.id)).toEqual(first.map(({ value }) => value.id));
    expect(await hub.database.purchase.count({ where: { planId } })).toBe(100);
    const numbers = (await hub.database.sample.findMany({ where: { planId } })).map(({ blindNumber }) => blindNumber);
    expect(new Set(numbers).size).toBe(100);
  });

  it('whose demo parties have codes that pass', () => {
    expect(demoParticipants.map(({ uscc }) => usccProblem(uscc))).toEqual(demoParticipants.map(() => undefined));
  });
});

describe('buyer and payment stay with the centre and the issuing regulator (buying is blind)', () => {
  it('whole to samplers and analysts, masked to storekeepers and the regulator’s officers, payment to samplers only', async () => {
    const planId = await issuedPlan(hub);
    const [purchase] = await bought(hub, planId);
    const id = purchase?.purchaseId;
    const read = 'query ($id: ID!) { purchase(id: $id) { id buyerName buyerAccount paymentReference } }';
    const seen = async (asker: Parameters<Hub['ask']>[0]) => (await hub.ask(asker, read, { id })).data;
    const of = (buyerName: string | null, buyerAccount: string | null, paymentReference: string | null) => ({
      purchase: { id, buyerName, buyerAccount, paymentReference },
    });
    expect(await seen(sampler)).toEqual(of('王小明', 'buyer-007', 'ALIPAY-4711'));
    expect(await seen('center')).toEqual(of('王小明', 'buyer-007', null));
    expect(await seen({ identity: 'center', role: 'STOREKEEPER' })).toEqual(of('王***明', 'b***7', null));
    expect(await seen('regulator-province')).toEqual(of('王***明', 'b***7', null));
    expect(await seen('auditor')).toEqual(of(null, null, null));
    expect(await seen('regulator-city')).toEqual({ purchase: null });

    const filtered = 'query ($account: String) { purchases(filter: { buyerAccount: $account }) { totalCount } }';
    expect((await hub.ask(sampler, filtered, { account: 'nobody' })).data).toEqual({ purchases: { totalCount: 0 } });
    for (const asker of ['regulator-province', { identity: 'center', role: 'STOREKEEPER' }]) {
      expect(await hub.ask(asker, filtered, { account: 'buyer-007' })).toMatchObject({
        data: { purchases: null },
        errors: [{ extensions: { code: 'SHARING_FILTER_DENIED' } }],
      });
    }
  });

  it('is listed by plan, platform, product, seller and time to centre and regulator, and not counted for others', async () => {
    const planId = await issuedPlan(hub);
    await bought(hub, planId, 2);
    await bought(hub, planId, 1, { productName: '另一种水壶', merchantName: '别家', merchantUscc: null, purchasedAt: '2026-02-01T00:00:00+08:00' });
    const list = 'query ($filter: PurchaseFilter, $orderBy: PurchaseOrder) { purchases(filter: $filter, orderBy: $orderBy) { totalCount nodes { productName sample { id } } } }';
    const count = async (filter: object, asker: Parameters<Hub['ask']>[0] = 'regulator-province') =>
      (await hub.ask<{ purchases: { totalCount: number } }>(asker, list, { filter: { planId, ...filter } })).data.purchases.totalCount;
    expect(await count({})).toBe(3);
    expect(await count({ productName: '电热' })).toBe(2);
    expect(await count({ merchantName: '别家' })).toBe(1);
    expect(await count({ merchantUscc: '91330105MA2D00010K', platformId: 'platform-1' })).toBe(2);
    expect(await count({ purchasedFrom: '2026-01-31T00:00:00+08:00' })).toBe(1);
    expect(await count({ purchasedUntil: '2026-01-31T00:00:00+08:00' })).toBe(2);
    expect(await count({ purchasedFrom: '2026-02-01T00:00:00+08:00' })).toBe(1);
    expect(await count({ purchasedUntil: '2026-02-01T00:00:00+08:00' })).toBe(2);
    expect(await count({}, 'regulator-county')).toBe(0);
    const { data } = await hub.ask<{ purchases: { nodes: { productName: string }[] } }>('center', list, {
      filter: { planId },
      orderBy: { field: 'PRODUCT_NAME', direction: 'ASC' },
    });
    expect(data.purchases.nodes.map(({ productName }) => productName)).toEqual(['另一种水壶', '小满牌电热水壶 1.5L', '小满牌电热水壶 1.5L']);
  });
});

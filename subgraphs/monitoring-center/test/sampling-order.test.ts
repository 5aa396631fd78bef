import { randomUUID } from 'node:crypto';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPurchase } from '../src/repository/count-purchase.js';
import { lockedSamplingOrder } from '../src/repository/locked-sampling-order.js';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, type Hub } from './acts.js';
import { dutiesOf } from './duties.js';
import { actOn, orderedSampling, purchaseItem, startedWorkPlan } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const order = (workPlanId: string, changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  workPlanId,
  planProduct: 1,
  platformId: 'platform-1',
  batches: 10,
  samplerId: 'center.1',
  ...changes,
});
const codes = (outcomes: Awaited<ReturnType<typeof act>>) => outcomes.map(({ refusal }) => refusal && `${refusal.code} ${refusal.field}`);

describe('sampling is ordered under a work plan that has started (5.2.2)', () => {
  it('from a sampler, who owes the purchases by the end of sampling; the regulator follows, nobody else', async () => {
    const { planId, workPlanId } = await startedWorkPlan(hub);
    const ordered = await actOn(
      hub,
      analyst,
      'orderSampling',
      { workPlanId, planProduct: 2, platformId: 'platform-1', batches: 3, samplerId: 'center.2' },
      'id number state revision batches bought samplerId dueAt planProduct productName plan { id } workPlan { id orders { id } } platform { id } replaces { id } ordered { userId } cancelReason',
    );
    expect(ordered).toEqual({
      id: expect.any(String),
      number: expect.stringMatching(/^RW-\d{4}-\d{6}$/),
      state: 'ORDERED',
      revision: 1,
      batches: 3,
      bought: 0,
      samplerId: 'center.2',
      dueAt: '2099-05-31T00:00:00.000+08:00',
      planProduct: 2,
      productName: '电饭锅',
      plan: { id: planId },
      workPlan: { id: workPlanId, orders: [{ id: ordered.id }] },
      platform: { id: 'platform-1' },
      replaces: null,
      ordered: { userId: 'center.1' },
      cancelReason: null,
    });
    expect(await dutiesOf(hub, ordered.id)).toEqual([
      { kind: 'BuySamples', role: 'SAMPLER', party: 'center', concerned: ['regulator-province'], partOf: planId, end: 'OPEN' },
    ]);
    const list = `{ samplingOrders(filter: { planId: "${planId}", samplerId: "center.2" }, orderBy: { field: DUE_AT }) { nodes { id } totalCount } }`;
    for (const asker of [sampler, 'regulator-province']) {
      expect((await hub.ask(asker, list)).data).toEqual({ samplingOrders: { nodes: [{ id: ordered.id }], totalCount: 1 } });
    }
    expect((await hub.ask('regulator-city', list)).data).toEqual({ samplingOrders: { nodes: [], totalCount: 0 } });
    for (const asker of ['lab-1', 'platform-1', 'merchant-1']) expect((await hub.ask(asker, list)).data).toEqual({ samplingOrders: null });
  });

  it('not on other platforms, from others, at other times or for other products than its plans name', async () => {
    const { workPlanId } = await startedWorkPlan(hub, { platformIds: ['platform-1', 'platform-2'] });
    const outcomes = await act(hub, analyst, 'orderSampling', [
      order(workPlanId, { planProduct: 3 }),
      order(workPlanId, { platformId: 'platform-2' }),
      order(workPlanId, { samplerId: 'center.3' }),
      order(workPlanId, { dueAt: '2020-01-01T00:00:00Z' }),
      order(workPlanId, { dueAt: '2099-06-01T00:00:00Z' }),
      order(workPlanId, { batches: 0 }),
      order(randomUUID()),
      order(workPlanId),
    ]);
    expect(codes(outcomes)).toEqual([
      'PLAN_PRODUCT_UNKNOWN planProduct',
      'PLATFORM_NOT_IN_PLAN platformId',
      'SAMPLER_NOT_IN_WORK_PLAN samplerId',
      'TIME_IN_PAST dueAt',
      'ORDER_AFTER_SAMPLING dueAt',
      'VALUE_INVALID batches',
      'NOT_FOUND workPlanId',
      null,
    ]);
  });

  it('for no more batches of a product than the plan has, however many order at once', async () => {
    const { workPlanId } = await startedWorkPlan(hub);
    await orderedSampling(hub, workPlanId, { batches: 20 });
    const atOnce = await Promise.all(Array.from({ length: 12 }, () => act(hub, analyst, 'orderSampling', [order(workPlanId, { batches: 3 })])));
    const refused = atOnce.flat().filter(({ refusal }) => refusal);
    expect(refused.map(({ refusal }) => refusal?.code)).toEqual(Array<string>(9).fill('BATCHES_EXCEED_PLAN'));
    expect(refused[0]?.refusal?.message).toContain('1 are left');
    expect(codes(await act(hub, analyst, 'orderSampling', [order(workPlanId, { batches: 1 }), order(workPlanId, { planProduct: 2 })]))).toEqual([null, null]);
  });
});

describe('a sampling order ends (5.2.2)', () => {
  const buy = (id: string, count = 1) =>
    Promise.all(
      Array.from({ length: count }, () =>
        inUnitOfWork(hub.database, { owner: 'monitoring-center', at: new Date(), actor: null, causedBy: [] }, async (unit) => {
          const locked = await lockedSamplingOrder(unit.tx, id, null);
          if (locked?.state === 'ORDERED') await countPurchase(unit, locked, 'ITEM-1');
        }),
      ),
    );
  const read = async (id: string) => hub.database.samplingOrder.findUniqueOrThrow({ where: { id }, select: { state: true, bought: true, reached: true } });

  it('with its last batch bought, however many buy at once', async () => {
    const { workPlanId } = await startedWorkPlan(hub);
    const id = await orderedSampling(hub, workPlanId, { batches: 10 });
    await buy(id, 8);
    expect(await read(id)).toEqual({ state: 'ORDERED', bought: 8, reached: ['ORDERED'] });
    expect(await dutiesOf(hub, id)).toMatchObject([{ end: 'OPEN' }]);
    await buy(id, 8);
    expect(await read(id)).toEqual({ state: 'FULFILLED', bought: 10, reached: ['ORDERED', 'FULFILLED'] });
    expect(await dutiesOf(hub, id)).toMatchObject([{ end: 'DONE' }]);
  });

  it('when an analyst cancels it with a reason; what was bought under it counts on, the rest may be ordered again', async () => {
    const { workPlanId } = await startedWorkPlan(hub);
    const id = await orderedSampling(hub, workPlanId, { batches: 30 });
    await buy(id);
    const cancel = (changes: object) => act(hub, analyst, 'cancelSamplingOrder', [{ idempotencyKey: randomUUID(), samplingOrderId: id, ...changes }], 'state cancelReason');
    expect(codes(await cancel({ reason: ' ' }))).toEqual(['VALUE_REQUIRED reason']);
    expect(codes(await cancel({ reason: '店铺关闭', expectedRevision: 1 }))).toEqual(['REVISION_CONFLICT expectedRevision']);
    expect((await cancel({ reason: '店铺关闭', expectedRevision: 2 }))[0]?.value).toEqual({ state: 'CANCELLED', cancelReason: '店铺关闭' });
    expect(await dutiesOf(hub, id)).toMatchObject([{ end: 'DROPPED' }]);
    expect(codes(await cancel({ reason: '再次' }))).toEqual(['STATE_NOT_POSSIBLE samplingOrderId']);
    const again = await act(hub, analyst, 'orderSampling', [order(workPlanId, { batches: 30 }), order(workPlanId, { batches: 29 })]);
    expect(codes(again)).toEqual(['BATCHES_EXCEED_PLAN batches', null]);
  });
});

describe('listings are set apart for an order (预定购样对象, 5.2.2)', () => {
  it('so that no colleague buys them under the plan, until they are bought, set free, or the order ends', async () => {
    const { workPlanId } = await startedWorkPlan(hub);
    const mine = await orderedSampling(hub, workPlanId, { batches: 2 });
    const theirs = await orderedSampling(hub, workPlanId, { batches: 2, samplerId: 'center.2' });
    const reserve = async (samplingOrderId: string, listingItemIds: string[], fields = 'id') =>
      (await act(hub, sampler, 'reserveTargets', [{ idempotencyKey: randomUUID(), samplingOrderId, listingItemIds }], fields))[0];
    const buy = async (orderId: string, listingItemId: string) => codes(await act(hub, sampler, 'recordPurchase', [purchaseItem(orderId, { listingItemId })], 'id'))[0];

    expect((await reserve(mine, ['A', 'B', 'A'], 'id targets { listingItemId reserved { userId } }'))?.value).toMatchObject({
      targets: [{ listingItemId: 'A', reserved: { userId: 'center.1' } }, { listingItemId: 'B', reserved: { userId: 'center.1' } }],
    });
    expect((await reserve(theirs, ['C', 'B']))?.refusal).toMatchObject({ code: 'TARGET_RESERVED', field: 'listingItemIds', message: expect.stringContaining('Listing B ') });
    expect((await reserve(theirs, Array.from({ length: 11 }, (_, index) => `N-${index}`)))?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'listingItemIds' });
    expect(await buy(theirs, 'A')).toBe('TARGET_RESERVED listingItemId');
    expect(await buy(mine, 'A')).toBeNull();
    expect((await hub.database.samplingOrder.findUniqueOrThrow({ where: { id: mine } })).targets).toMatchObject([{ listingItemId: 'B' }]);
    expect(await buy(theirs, 'A')).toBeNull();
    await reserve(mine, []);
    expect((await reserve(theirs, ['B']))?.refusal).toBeNull();
    expect(await buy(mine, 'B')).toBe('TARGET_RESERVED listingItemId');
    expect(codes(await act(hub, analyst, 'cancelSamplingOrder', [{ idempotencyKey: randomUUID(), samplingOrderId: theirs, reason: 'r' }], 'id'))).toEqual([null]);
    expect(await buy(mine, 'B')).toBeNull();
  });
});

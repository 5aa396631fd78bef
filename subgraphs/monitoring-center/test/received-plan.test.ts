import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { dutiesOf } from './duties.js';
import { actOn, completeWorkPlan, issuedPlan, leak, orderedSampling, startedWorkPlan, tell } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const amend = (id: string, changes: object = {}) =>
  tell(hub, 'regulator', 'MonitoringPlanAmended', id, {
    id,
    version: 2,
    products: [{ position: 1, categoryCode: '0706', name: '电热水壶', batches: 40, testItems: [leak] }],
    platformIds: ['platform-2'],
    deadline: '2099-09-30T10:00:00.000Z',
    feedbackWithin: 'P5D',
    ...changes,
  });
const cancel = (id: string) => tell(hub, 'regulator', 'MonitoringPlanCancelled', id, { id, reason: '预算调整' });
const complete = (id: string) => tell(hub, 'regulator', 'MonitoringPlanCompleted', id, { id });
const refusal = async (name: string, item: object) => {
  const [outcome] = await act(hub, analyst, name, [{ idempotencyKey: randomUUID(), ...item }], 'id');
  return outcome?.refusal && `${outcome.refusal.code} ${outcome.refusal.field}`;
};
const states = async (planId: string) => {
  const [plan, workPlan, orders] = [
    await hub.database.receivedMonitoringPlan.findUniqueOrThrow({ where: { id: planId } }),
    await hub.database.workPlan.findUnique({ where: { planId } }),
    await hub.database.samplingOrder.findMany({ where: { planId }, orderBy: { number: 'asc' } }),
  ];
  return { plan: plan.state, workPlan: workPlan?.state, orders: orders.map(({ state, cancelReason }) => ({ state, cancelReason })) };
};

describe('a plan received follows its regulator (3.1)', () => {
  it('as amended: from then on is ordered by what it says now', async () => {
    const { planId, workPlanId } = await startedWorkPlan(hub);
    await orderedSampling(hub, workPlanId, { batches: 30 });
    await amend(planId);
    const order = { workPlanId, planProduct: 1, platformId: 'platform-1', batches: 10, samplerId: 'center.1' };
    expect(await refusal('orderSampling', order)).toBe('PLATFORM_NOT_IN_PLAN platformId');
    expect(await refusal('amendWorkPlan', { workPlanId, reason: '计划调整', platformIds: ['platform-1'] })).toBe('PLATFORM_NOT_IN_PLAN platformIds');
    await actOn(hub, analyst, 'amendWorkPlan', { workPlanId, reason: '计划调整', platformIds: ['platform-2'], samplingUntil: '2099-09-01T00:00:00Z' });
    expect(await refusal('orderSampling', { ...order, platformId: 'platform-2', batches: 11 })).toBe('BATCHES_EXCEED_PLAN batches');
    expect(await refusal('orderSampling', { ...order, platformId: 'platform-2' })).toBeNull();
    expect(await hub.database.receivedMonitoringPlan.findUnique({ where: { id: planId }, select: { version: true, feedbackWithin: true, state: true } })).toEqual({
      version: 2,
      feedbackWithin: 'P5D',
      state: 'ISSUED',
    });
  });

  it('as given to regulators below: with its last batch nobody owes a work plan for it, and is owed one again once a part comes back', async () => {
    const planId = await issuedPlan(hub);
    const left = (batches: number) => amend(planId, { version: 1, products: [{ position: 1, categoryCode: '0706', name: '电热水壶', batches, testItems: [leak] }] });
    const owed = async () => (await dutiesOf(hub, planId)).map(({ end }) => end);
    await left(10);
    expect(await owed()).toEqual(['OPEN']);
    await left(0);
    expect(await owed()).toEqual(['DROPPED']);
    await left(5);
    expect(await owed()).toEqual(['DROPPED', 'OPEN']);
    const { planId: begun } = await startedWorkPlan(hub);
    await amend(begun);
    expect((await dutiesOf(hub, begun)).map(({ end }) => end)).toEqual(['DONE']);
  });

  it('as brought forward: nothing is ordered beyond its new deadline', async () => {
    const { planId, workPlanId } = await startedWorkPlan(hub);
    await amend(planId, { platformIds: ['platform-1'], deadline: '2099-03-31T00:00:00.000Z' });
    const order = { workPlanId, planProduct: 1, platformId: 'platform-1', batches: 1, samplerId: 'center.1' };
    expect(await refusal('orderSampling', { ...order, dueAt: '2099-04-01T00:00:00Z' })).toBe('ORDER_AFTER_SAMPLING dueAt');
    expect(await actOn(hub, analyst, 'orderSampling', order, 'dueAt')).toEqual({ dueAt: '2099-03-31T08:00:00.000+08:00' });
  });

  it('as cancelled: work plan and open orders are cancelled, their duties dropped, and nothing more is done under it', async () => {
    const { planId, workPlanId } = await startedWorkPlan(hub);
    const open = await orderedSampling(hub, workPlanId);
    const ended = await orderedSampling(hub, workPlanId);
    await actOn(hub, analyst, 'cancelSamplingOrder', { samplingOrderId: ended, reason: '店铺关闭' });
    await cancel(planId);
    expect(await states(planId)).toEqual({
      plan: 'CANCELLED',
      workPlan: 'CANCELLED',
      orders: [
        { state: 'CANCELLED', cancelReason: '预算调整' },
        { state: 'CANCELLED', cancelReason: '店铺关闭' },
      ],
    });
    expect(await dutiesOf(hub, open)).toMatchObject([{ kind: 'BuySamples', end: 'DROPPED' }]);
    const order = { workPlanId, planProduct: 1, platformId: 'platform-1', batches: 1, samplerId: 'center.1' };
    expect(await refusal('orderSampling', order)).toBe('STATE_NOT_POSSIBLE workPlanId');
    expect(await refusal('amendWorkPlan', { workPlanId, reason: 'r' })).toBe('STATE_NOT_POSSIBLE workPlanId');
  });

  it('as cancelled before its work plan started: the duty to start one is dropped', async () => {
    const [bare, drafted] = [await issuedPlan(hub), await issuedPlan(hub)];
    await actOn(hub, analyst, 'draftWorkPlan', { planId: drafted, ...completeWorkPlan() });
    await cancel(bare);
    await cancel(drafted);
    expect([await states(bare), await states(drafted)]).toMatchObject([{ plan: 'CANCELLED' }, { plan: 'CANCELLED', workPlan: 'CANCELLED' }]);
    for (const planId of [bare, drafted]) expect(await dutiesOf(hub, planId)).toMatchObject([{ kind: 'StartWorkPlan', end: 'DROPPED' }]);
    expect(await refusal('draftWorkPlan', { planId: bare })).toBe('PLAN_NOT_IN_FORCE planId');
    const hidden = await hub.ask('regulator-province', `{ workPlans(filter: { planId: "${drafted}" }) { totalCount } }`);
    expect(hidden.data).toEqual({ workPlans: { totalCount: 0 } });
  });

  it('as completed: the work plan is completed, what is still ordered ends; a draft stays one and cannot start', async () => {
    const { planId, workPlanId } = await startedWorkPlan(hub);
    await orderedSampling(hub, workPlanId);
    await complete(planId);
    expect(await states(planId)).toEqual({ plan: 'COMPLETED', workPlan: 'COMPLETED', orders: [{ state: 'CANCELLED', cancelReason: null }] });
    const late = await issuedPlan(hub);
    const draft = await actOn(hub, analyst, 'draftWorkPlan', { planId: late, ...completeWorkPlan() });
    await complete(late);
    expect(await states(late)).toMatchObject({ plan: 'COMPLETED', workPlan: 'DRAFT' });
    expect(await refusal('startWorkPlan', { workPlanId: draft.id })).toBe('PLAN_NOT_IN_FORCE workPlanId');
    expect(await refusal('amendWorkPlan', { workPlanId: draft.id })).toBe('PLAN_NOT_IN_FORCE workPlanId');
  });

  it('and what comes too late, or tells of no plan known, is kept apart and changes nothing', async () => {
    const planId = await issuedPlan(hub);
    await cancel(planId);
    await amend(planId);
    await complete(planId);
    await cancel(randomUUID());
    expect((await states(planId)).plan).toBe('CANCELLED');
    const kept = await hub.database.unmatchedEvent.findMany({ where: { kind: { startsWith: 'MonitoringPlan' } }, select: { kind: true } });
    expect(kept.map(({ kind }) => kind).sort()).toEqual(['MonitoringPlanAmended', 'MonitoringPlanCancelled', 'MonitoringPlanCompleted']);
  });
});

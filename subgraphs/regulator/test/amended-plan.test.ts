import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { fedBack, outcomes, told, type Outcome } from './acts.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const ofOne = async (act: string, item: object, select = 'id state revision version'): Promise<Outcome> =>
  (await outcomes(hub, act, [item], { select }))[0] as Outcome;
const item = { code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005' };
const kettle = { categoryCode: '0706', name: '电热水壶', batches: 30, testItems: [item] };
const toaster = { ...kettle, name: '多士炉', batches: 10 };

/** A plan that is drafted and, unless told otherwise, issued. */
async function plan(issued = true): Promise<string> {
  const reportId = `report-${Math.random()}`;
  await hub.database.assessmentReportDecision.create({
    data: { reportId, outcome: 'ACCEPTED', decided: {}, holder: 'regulator-province', concerned: [], state: 'ACCEPTED', reached: ['ACCEPTED'] },
  });
  const draft = await ofOne('draftMonitoringPlan', {
    title: '电热水壶',
    nature: 'RISK_MONITORING',
    reportIds: [reportId],
    products: [kettle],
    centerId: 'center',
    platformIds: ['platform-1'],
    deadline: '2099-06-30T18:00:00+08:00',
    budget: { amount: '50000.00' },
  });
  expect(draft.refusal).toBeNull();
  if (issued) expect((await ofOne('issueMonitoringPlan', { planId: draft.value.id })).refusal).toBeNull();
  return draft.value.id;
}

describe('a plan in force is amended (调整, 3.1)', () => {
  it('keeps what stood before as a version, and tells the centre what it asks for now', async () => {
    const planId = await plan();
    const amended = await ofOne('amendMonitoringPlan', {
      planId,
      expectedRevision: 2,
      reason: '扩大监测范围',
      products: [{ ...kettle, batches: 40 }, toaster],
      platformIds: ['platform-1', 'platform-2'],
      budget: { amount: '80000.00' },
    });
    expect(amended).toMatchObject({ value: { state: 'ISSUED', revision: 3, version: 2 }, refusal: null });
    expect((await told(hub, planId, 'monitoring-center')).at(-1)).toEqual([
      'MonitoringPlanAmended',
      {
        id: planId,
        version: 2,
        products: [expect.objectContaining({ position: 1, batches: 40 }), expect.objectContaining({ position: 2, name: '多士炉' })],
        platformIds: ['platform-1', 'platform-2'],
        deadline: '2099-06-30T10:00:00.000Z',
        feedbackWithin: 'P10D',
      },
    ]);
    const read = `query ($id: ID!) { monitoringPlan(id: $id) { budget { amount } versions { version reason products { name batches } platforms { id } budget { amount } replaced { role } } } }`;
    const before = { version: 1, reason: '扩大监测范围', products: [{ name: '电热水壶', batches: 30 }], platforms: [{ id: 'platform-1' }], replaced: { role: 'OFFICER' } };
    for (const asker of ['regulator-province', 'center']) {
      expect((await hub.ask(asker, read, { id: planId })).data).toEqual({
        monitoringPlan: { budget: { amount: '80000.00' }, versions: [{ ...before, budget: { amount: '50000.00' } }] },
      });
    }
    const sampler = await hub.ask({ identity: 'center', role: 'SAMPLER' }, read, { id: planId });
    expect(sampler.data).toEqual({ monitoringPlan: { budget: null, versions: [{ ...before, budget: null }] } });
  });

  it('refuses an amendment of nothing, without reason, of a past deadline, of a platform that is none, and of products in other places', async () => {
    const planId = await plan();
    const wrong: [string, string, object][] = [
      ['VALUE_REQUIRED', 'products', { reason: '理由' }],
      ['VALUE_REQUIRED', 'reason', { reason: ' ', feedbackWithin: 'P5D' }],
      ['TIME_IN_PAST', 'deadline', { reason: '理由', deadline: '2020-01-01T00:00:00Z' }],
      ['VALUE_INVALID', 'feedbackWithin', { reason: '理由', feedbackWithin: 'soon' }],
      ['NOT_FOUND', 'platformIds', { reason: '理由', platformIds: ['center'] }],
      ['PLAN_PRODUCT_MOVED', 'products.0', { reason: '理由', products: [toaster, kettle] }],
      ['NOTHING_CHANGED', 'planId', { reason: '理由', platformIds: ['platform-1'], feedbackWithin: 'P10D' }],
      ['REVISION_CONFLICT', 'expectedRevision', { reason: '理由', feedbackWithin: 'P5D', expectedRevision: 1 }],
    ];
    const refused = await outcomes(hub, 'amendMonitoringPlan', wrong.map(([, , changes]) => ({ planId, ...changes })));
    expect(refused.map(({ refusal }) => [refusal?.code, refusal?.field])).toEqual(wrong.map(([code, field]) => [code, field]));
    const draft = await ofOne('amendMonitoringPlan', { planId: await plan(false), reason: '理由', feedbackWithin: 'P5D' });
    expect(draft.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'DRAFT' });
  });

  it('lets one of two officers amend who do so at once from the same revision', async () => {
    const planId = await plan();
    const amend = () => ofOne('amendMonitoringPlan', { planId, expectedRevision: 2, reason: '理由', feedbackWithin: 'P5D' });
    const both = await Promise.all([amend(), amend()]);
    expect(both.filter(({ refusal }) => refusal === null)).toHaveLength(1);
    expect(await hub.database.monitoringPlanVersion.count({ where: { planId } })).toBe(1);
  });
});

describe('a plan comes to its end (撤销、办结, 3.1)', () => {
  it('tells the centre when an issued plan is cancelled, and nothing of a draft that it never saw', async () => {
    const [issued, draft] = [await plan(), await plan(false)];
    for (const planId of [issued, draft]) {
      expect(await ofOne('cancelMonitoringPlan', { planId, reason: '风险已消除' })).toMatchObject({ value: { state: 'CANCELLED' } });
    }
    expect((await told(hub, issued, 'monitoring-center')).at(-1)).toEqual(['MonitoringPlanCancelled', { id: issued, reason: '风险已消除' }]);
    expect(await told(hub, draft, 'monitoring-center')).toEqual([]);
    const read = `query ($id: ID!) { monitoringPlan(id: $id) { state cancelReason ended { role } } }`;
    const cancelled = { monitoringPlan: { state: 'CANCELLED', cancelReason: '风险已消除', ended: { role: 'OFFICER' } } };
    expect((await hub.ask('center', read, { id: issued })).data).toEqual(cancelled);
    expect((await hub.ask('center', read, { id: draft })).data).toEqual({ monitoringPlan: null });
    expect((await ofOne('cancelMonitoringPlan', { planId: issued, reason: '再次' })).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'CANCELLED' });
    expect((await ofOne('cancelMonitoringPlan', { planId: await plan(), reason: '' })).refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
  });

  it('completes a plan only when no case on its monitoring data is open', async () => {
    const planId = await plan();
    const dataId = await fedBack(hub, { planId });
    const handling = await ofOne('openHazardHandling', { monitoringDataIds: [dataId], summary: '案由' }, 'id number');
    expect((await ofOne('completeMonitoringPlan', { planId })).refusal).toMatchObject({
      code: 'PLAN_HAS_OPEN_CASES',
      message: expect.stringContaining(handling.value.number),
    });
    expect((await ofOne('closeHazardHandling', { handlingId: handling.value.id, result: '无隐患' }, 'id')).refusal).toBeNull();
    expect(await ofOne('completeMonitoringPlan', { planId })).toMatchObject({ value: { state: 'COMPLETED' }, refusal: null });
    expect((await told(hub, planId, 'monitoring-center')).at(-1)).toEqual(['MonitoringPlanCompleted', { id: planId }]);
    expect((await ofOne('completeMonitoringPlan', { planId: await plan(false) })).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'DRAFT' });
  });
});

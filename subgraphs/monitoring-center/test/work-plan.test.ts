import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, type Hub } from './acts.js';
import { actOn, completeWorkPlan, issuedPlan, startedWorkPlan } from './thread.js';
import { dutiesOf } from './duties.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

const item = (changes: object) => ({ idempotencyKey: randomUUID(), ...changes });
const refusals = async (name: string, items: readonly object[]) =>
  (await act(hub, analyst, name, items.map(item), 'id')).map(({ refusal }) => `${refusal?.code} ${refusal?.field}`);

describe('a work plan is drafted for a plan received (5.2.1)', () => {
  it('by an analyst, with what is known already; the plan brings the duty to start one', async () => {
    const planId = await issuedPlan(hub);
    expect(await dutiesOf(hub, planId)).toEqual([
      { kind: 'StartWorkPlan', role: 'ANALYST', party: 'center', concerned: ['regulator-province'], partOf: planId, end: 'OPEN' },
    ]);
    const drafted = await actOn(
      hub,
      analyst,
      'draftWorkPlan',
      { planId, scope: ' 全省 ', samplerIds: ['center.2', 'center.2'] },
      'number state revision scope method shipWithin verifyWithin warehouseWithin dispatchWithin samplerIds missing plan { id } center { id } labs { id } platforms { id } drafted { userId } started { at } orders { id } amendments { reason }',
    );
    expect(drafted).toEqual({
      number: expect.stringMatching(/^FA-\d{4}-\d{6}$/),
      state: 'DRAFT',
      revision: 1,
      scope: '全省',
      method: null,
      shipWithin: 'P3D',
      verifyWithin: 'P2D',
      warehouseWithin: 'P2D',
      dispatchWithin: 'P3D',
      samplerIds: ['center.2'],
      missing: ['method', 'platformIds', 'samplingFrom', 'samplingUntil', 'receivingPlace', 'labIds'],
      plan: { id: planId },
      center: { id: 'center' },
      labs: [],
      platforms: [],
      drafted: { userId: 'center.1' },
      started: null,
      orders: [],
      amendments: [],
    });
    const [sampled] = await act(hub, sampler, 'draftWorkPlan', [item({ planId })]).catch((error: Error) => [error.message]);
    expect(sampled).toContain('ACT_NOT_PERMITTED');
  });

  it('once for each plan, also by two analysts at once', async () => {
    const planId = await issuedPlan(hub);
    const both = await Promise.all([1, 2].map((user) => act(hub, { identity: 'center', user: user as 1 | 2 }, 'draftWorkPlan', [item({ planId })])));
    const [drafted, refused] = both.flat().sort((a) => (a.refusal ? 1 : -1));
    expect(drafted?.value.state).toBe('DRAFT');
    expect(refused?.refusal).toMatchObject({ code: 'WORK_PLAN_EXISTS', field: 'planId' });
    expect(refused?.refusal?.message).toContain(drafted?.value.number);
  });

  it('not with what does not fit the plan, the centre or the calendar', async () => {
    const planId = await issuedPlan(hub);
    const theirs = await issuedPlan(hub, { centerId: 'another-center' });
    expect(
      await refusals('draftWorkPlan', [
        { planId: theirs },
        { planId: randomUUID() },
        { planId, platformIds: ['platform-1', 'platform-2'] },
        { planId, samplerIds: ['center.1', 'lab-1.1'] },
        { planId, labIds: ['platform-1'] },
        { planId, shipWithin: '3 days' },
        { planId, samplingFrom: '2098-04-01T00:00:00Z', samplingUntil: '2098-04-01T00:00:00Z' },
        { planId, samplingFrom: '2026-01-04T23:59:59+08:00' },
        { planId, samplingUntil: '2020-04-01T00:00:00Z' },
        { planId, samplingUntil: '2099-07-01T00:00:00Z' },
        { planId, scope: 'x'.repeat(4001) },
      ]),
    ).toEqual([
      'PLAN_NOT_OPEN planId',
      'PLAN_NOT_OPEN planId',
      'PLATFORM_NOT_IN_PLAN platformIds',
      'SAMPLER_UNKNOWN samplerIds',
      'NOT_FOUND labIds',
      'DURATION_INVALID shipWithin',
      'PERIOD_REVERSED samplingUntil',
      'TIMES_OUT_OF_ORDER samplingFrom',
      'TIME_IN_PAST samplingUntil',
      'SAMPLING_AFTER_DEADLINE samplingUntil',
      'VALUE_TOO_LONG scope',
    ]);
    expect(await hub.database.workPlan.count({ where: { planId: { in: [planId, theirs] } } })).toBe(0);
  });
});

describe('a work plan starts when it lacks nothing (5.2.1)', () => {
  it('and is refused with the list of what is missing until then', async () => {
    const planId = await issuedPlan(hub);
    const { labIds, method, ...rest } = completeWorkPlan() as Record<string, unknown>;
    const { id } = await actOn(hub, analyst, 'draftWorkPlan', { planId, ...rest });
    const [refused] = await act(hub, analyst, 'startWorkPlan', [item({ workPlanId: id })]);
    expect(refused?.refusal).toMatchObject({ code: 'WORK_PLAN_INCOMPLETE', field: 'method' });
    expect(refused?.refusal?.message).toContain('method, labIds');
    expect(await dutiesOf(hub, planId)).toMatchObject([{ kind: 'StartWorkPlan', end: 'OPEN' }]);

    const amended = await actOn(hub, analyst, 'amendWorkPlan', { workPlanId: id, labIds, method }, 'state revision missing scope amendments { reason }');
    expect(amended).toMatchObject({ state: 'DRAFT', revision: 2, missing: [], scope: rest['scope'], amendments: [] });
    const read = 'query ($id: ID!) { workPlan(id: $id) { state started { userId } } workPlans(filter: { planId: "PLAN" }) { totalCount } }'.replace('PLAN', planId);
    expect((await hub.ask('regulator-province', read, { id })).data).toEqual({ workPlan: null, workPlans: { totalCount: 0 } });

    expect(await refusals('startWorkPlan', [{ workPlanId: id, expectedRevision: 1 }])).toEqual(['REVISION_CONFLICT expectedRevision']);
    await actOn(hub, analyst, 'startWorkPlan', { workPlanId: id, expectedRevision: 2 });
    expect(await dutiesOf(hub, planId)).toMatchObject([{ kind: 'StartWorkPlan', end: 'DONE' }]);
    const started = { workPlan: { state: 'STARTED', started: { userId: 'center.1' } }, workPlans: { totalCount: 1 } };
    expect((await hub.ask('regulator-province', read, { id })).data).toEqual(started);
    expect((await hub.ask('regulator-city', read, { id })).data).toEqual({ workPlan: null, workPlans: { totalCount: 0 } });
    for (const asker of ['lab-1', 'platform-1', 'merchant-1']) {
      expect((await hub.ask(asker, read, { id })).data).toEqual({ workPlan: null, workPlans: null });
    }
    expect(await refusals('startWorkPlan', [{ workPlanId: id }])).toEqual(['STATE_NOT_POSSIBLE workPlanId']);
  });

  it('stands at its monitoring plan, for whoever may see it', async () => {
    const { planId, workPlanId } = await startedWorkPlan(hub);
    const contributed = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on MonitoringPlan { workPlan { id } } } }';
    const r = [{ __typename: 'MonitoringPlan', id: planId }];
    expect((await hub.ask('regulator-province', contributed, { r })).data).toEqual({ _entities: [{ workPlan: { id: workPlanId } }] });
    expect((await hub.ask('regulator-county', contributed, { r })).data).toEqual({ _entities: [{ workPlan: null }] });
  });

  it('not when the time for sampling has passed, or a sampler has left since', async () => {
    const past = await actOn(hub, analyst, 'draftWorkPlan', { planId: await issuedPlan(hub), ...completeWorkPlan() });
    await hub.database.workPlan.update({ where: { id: past.id }, data: { samplingUntil: new Date('2026-04-01T00:00:00Z') } });
    const left = await actOn(hub, analyst, 'draftWorkPlan', { planId: await issuedPlan(hub), ...completeWorkPlan({ samplerIds: ['center.3'] }) });
    await hub.database.$executeRaw`UPDATE kernel.participant_user SET active = false WHERE id = 'center.3'`;
    expect(await refusals('startWorkPlan', [{ workPlanId: past.id }, { workPlanId: left.id }])).toEqual([
      'TIME_IN_PAST samplingUntil',
      'SAMPLER_UNKNOWN samplerIds',
    ]);
    await hub.database.$executeRaw`UPDATE kernel.participant_user SET active = true WHERE id = 'center.3'`;
  });
});

describe('a work plan is amended (5.2.1)', () => {
  it('with a reason once it has started; what stood before stays readable, also for the regulator', async () => {
    const { workPlanId } = await startedWorkPlan(hub);
    expect(await refusals('amendWorkPlan', [{ workPlanId, dispatchWithin: 'P5D' }])).toEqual(['WORK_PLAN_AMENDMENT_WITHOUT_REASON reason']);
    await actOn(hub, analyst, 'amendWorkPlan', { workPlanId, expectedRevision: 2, reason: '节日物流延迟', dispatchWithin: 'P5D', samplerIds: ['center.2'] });
    const read = await hub.ask(
      'regulator-province',
      'query ($id: ID!) { workPlan(id: $id) { state revision dispatchWithin amendments { reason amended { userId role } changes { field before after } } } }',
      { id: workPlanId },
    );
    expect(read.data).toEqual({
      workPlan: {
        state: 'STARTED',
        revision: 3,
        dispatchWithin: 'P5D',
        amendments: [
          {
            reason: '节日物流延迟',
            amended: { userId: 'center.1', role: 'ANALYST' },
            changes: [
              { field: 'dispatchWithin', before: ['P3D'], after: ['P5D'] },
              { field: 'samplerIds', before: ['center.1', 'center.2'], after: ['center.2'] },
            ],
          },
        ],
      },
    });
  });

  it('never so that it lacks something again, and null brings a default back', async () => {
    const { workPlanId } = await startedWorkPlan(hub, {}, { shipWithin: 'P9D' });
    expect(await refusals('amendWorkPlan', [{ workPlanId, reason: '如旧' }, { workPlanId, reason: '如旧', receivingPlace: completeWorkPlan().receivingPlace }])).toEqual([
      'NOTHING_CHANGED workPlanId',
      'NOTHING_CHANGED workPlanId',
    ]);
    expect(await refusals('amendWorkPlan', [{ workPlanId, reason: '缺', labIds: [] }])).toEqual(['WORK_PLAN_INCOMPLETE labIds']);
    expect(await refusals('amendWorkPlan', [{ workPlanId, reason: '缺', receivingPlace: null }])).toEqual(['WORK_PLAN_INCOMPLETE receivingPlace']);
    const amended = await actOn(hub, analyst, 'amendWorkPlan', { workPlanId, reason: '恢复', shipWithin: null }, 'shipWithin');
    expect(amended).toEqual({ shipWithin: 'P3D' });
  });
});

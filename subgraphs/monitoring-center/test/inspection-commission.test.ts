import { randomUUID } from 'node:crypto';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, storekeeper, type Hub } from './acts.js';
import { onSamples, upTo, warehoused } from './sample-steps.js';
import { bought, commissioned, issuedPlan, leak, mark, recordedScope, reported, startedWorkPlan, tell, today } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
beforeEach(async () => {
  await recordedScope(hub, 'lab-1', [leak, mark]);
});
afterAll(() => hub.close());

const item = (labId: string, sampleIds: readonly string[], changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  labId,
  sampleIds,
  agreedDueAt: '2099-01-01T00:00:00+08:00',
  ...changes,
});
const commission = (items: readonly object[], fields?: string) => act(hub, analyst, 'commissionInspection', items, fields);
const samplesOf = async (planId: string, count: number, changes: object = {}) => (await warehoused(hub, planId, count, changes)).map(({ sampleId }) => sampleId);

describe('a lab is commissioned (3.2 c)', () => {
  it('with samples of one plan and, unless told otherwise, the items that the plan sets for their products', async () => {
    const planId = await issuedPlan(hub);
    const ids = [...(await samplesOf(planId, 2)), ...(await samplesOf(planId, 1, { planProduct: 2 }))];
    const [outcome] = await commission(
      [item('lab-1', ids)],
      'id number state revision blind subcontractingAllowed agreedDueAt lab { id } center { id } plan { id } testItems { code standardNumber standardVersion clause } samples { id state blindNumber commission { id } } commissioned { userId }',
    );
    const id = outcome?.value.id;
    expect(outcome).toMatchObject({
      refusal: null,
      value: {
        number: expect.stringMatching(/^WT-\d{4}-[0-9A-HJKMNP-TV-Z]{10}$/),
        state: 'ISSUED',
        blind: true,
        lab: { id: 'lab-1' },
        plan: { id: planId },
        testItems: [
          { code: 'LEAK', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' },
          { code: 'MARK', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '7' },
        ],
      },
    });
    expect(outcome?.value['samples']).toHaveLength(3);
    expect(outcome?.value['samples']).toContainEqual({ id: ids[0], state: 'COMMISSIONED', blindNumber: expect.any(String), commission: { id } });

    const [event] = await hub.database.$queryRaw<{ receivers: string[]; payloads: { labs: Record<string, unknown> } }[]>`
      SELECT receivers, payloads FROM kernel.event WHERE kind = 'InspectionCommissioned' AND subject_id = ${id}`;
    expect(event?.receivers.sort()).toEqual(['exchange', 'labs']);
    expect(Object.keys(event?.payloads.labs ?? {}).sort()).toEqual(
      ['agreedDueAt', 'blind', 'centerId', 'id', 'labId', 'number', 'regulatorId', 'samples', 'subcontractingAllowed', 'testItems'].sort(),
    );
    expect(event?.payloads.labs['samples']).toHaveLength(3);
    expect(Object.keys((event?.payloads.labs['samples'] as object[])[0] ?? {}).sort()).toEqual(['blindNumber', 'id', 'productKind', 'quantity']);
    expect(event?.payloads).toMatchObject({ exchange: { partOf: planId }, labs: { subcontractingAllowed: false } });
    for (const secret of ['小满', '别家', 'platform-1', 'ORDER', 'ITEM-1', planId]) expect(JSON.stringify(event?.payloads.labs)).not.toContain(secret);
  });

  it('not where it is unknown, its CMA is not valid today, or its scope lacks an item, its standard or its version', async () => {
    const ids = await samplesOf(await issuedPlan(hub), 1);
    await recordedScope(hub, 'lab-2', [leak]);
    const lacking = await commission([
      item('lab-9', ids),
      item('platform-1', ids),
      item('lab-2', ids),
      item('lab-2', ids, { testItems: [{ ...leak, standardVersion: '2024' }] }),
      item('lab-2', ids, { testItems: [{ ...leak, standardNumber: 'GB 1' }, leak] }),
    ]);
    expect(lacking.map(({ refusal }) => refusal?.code)).toEqual([
      'LAB_UNKNOWN',
      'LAB_UNKNOWN',
      'LAB_SCOPE_LACKS_ITEM',
      'LAB_SCOPE_LACKS_ITEM',
      'LAB_SCOPE_LACKS_ITEM',
    ]);
    expect(lacking[2]?.refusal?.message).toContain('MARK 标志 (GB 4706.1-2005)');
    expect(lacking[2]?.refusal?.message).not.toContain('LEAK');
    await recordedScope(hub, 'lab-2', [leak, mark], { validUntil: today(-1) });
    const [expired] = await commission([item('lab-2', ids)]);
    await recordedScope(hub, 'lab-2', [leak, mark], { validFrom: today(1), validUntil: today(100) });
    const [early] = await commission([item('lab-2', ids)]);
    expect([expired?.refusal, early?.refusal]).toMatchObject([
      { code: 'LAB_WITHOUT_CMA', message: expect.stringContaining(today(-1)) },
      { code: 'LAB_WITHOUT_CMA' },
    ]);
    await recordedScope(hub, 'lab-2', [leak, mark], { validFrom: today(), validUntil: today() });
    expect((await commission([item('lab-2', ids)]))[0]?.refusal).toBeNull();
  });

  it('not with samples of several plans, commissioned before, or unknown; nor for a time that has passed', async () => {
    const [one] = await samplesOf(await issuedPlan(hub), 1);
    const [other] = await samplesOf(await issuedPlan(hub), 1);
    const outcomes = await commission([
      item('lab-1', [one ?? '', other ?? '']),
      item('lab-1', [randomUUID()]),
      item('lab-1', []),
      item('lab-1', [one ?? ''], { agreedDueAt: '2020-01-01T00:00:00+08:00' }),
      item('lab-1', [one ?? ''], { testItems: [leak, leak] }),
      item('lab-1', [one ?? ''], { testItems: [] }),
      item('lab-1', [one ?? '']),
      item('lab-1', [one ?? '']),
    ]);
    expect(outcomes.map(({ refusal }) => refusal?.code ?? null)).toEqual([
      'SAMPLES_OF_SEVERAL_PLANS',
      'NOT_FOUND',
      'VALUE_INVALID',
      'TIME_IN_PAST',
      'VALUE_INVALID',
      'VALUE_INVALID',
      null,
      'STATE_NOT_POSSIBLE',
    ]);
    expect(outcomes[7]?.refusal).toMatchObject({ state: 'COMMISSIONED', possibleFrom: ['WAREHOUSED'] });
  });

  it('once, where two commission the same samples at the same moment', async () => {
    const ids = await samplesOf(await issuedPlan(hub), 5);
    const outcomes = (await Promise.all([commission([item('lab-1', ids)]), commission([item('lab-1', ids.toReversed())])])).flat();
    expect(outcomes.map(({ refusal }) => refusal?.code ?? 'DONE').sort()).toEqual(['DONE', 'STATE_NOT_POSSIBLE']);
  });
});

describe('a lab sees its own commissions and blind numbers (3.3 a)', () => {
  const read = `query ($id: ID!) { inspectionCommission(id: $id) { id number testItems { code } samples { id blindNumber productKind quantity number productName purchase { id } state } plan { id } }
    inspectionCommissions { totalCount } samples { totalCount nodes { id blindNumber } } }`;

  it('and nothing of another lab’s, nor of plan, product or purchase', async () => {
    const planId = await issuedPlan(hub);
    const [sample] = await warehoused(hub, planId);
    await samplesOf(planId, 1);
    const { id, number } = await commissioned(hub, 'lab-1', [sample?.sampleId ?? '']);
    const answer = await hub.ask<{ inspectionCommission: unknown }>('lab-1', read, { id });
    expect(answer.data.inspectionCommission).toEqual({
      id,
      number,
      testItems: [{ code: 'LEAK' }, { code: 'MARK' }],
      samples: [
        { id: sample?.sampleId, blindNumber: sample?.blindNumber, productKind: '电热水壶', quantity: 2, number: null, productName: null, purchase: null, state: null },
      ],
      plan: null,
    });
    for (const secret of ['小满', planId, 'platform-1']) expect(JSON.stringify(answer)).not.toContain(secret);
    const other = await hub.ask('lab-2', 'query ($id: ID!, $sample: ID!) { inspectionCommission(id: $id) { id } sample(id: $sample) { id } }', {
      id,
      sample: sample?.sampleId,
    });
    expect(other).toEqual({ status: 200, data: { inspectionCommission: null, sample: null } });
    for (const filter of ['filter: { planId: "x" }', 'orderBy: { field: COMMISSIONED_AT }']) {
      const filtered = await hub.ask('lab-1', `{ inspectionCommissions(${filter}) { totalCount } }`);
      if (filter.startsWith('filter')) expect(filtered.errors?.[0]?.extensions.code).toBe('SHARING_FILTER_DENIED');
      else expect(filtered.errors).toBeUndefined();
    }
    const denied = await hub.ask('lab-1', '{ samples(filter: { planId: "x" }) { totalCount } purchases { totalCount } }');
    expect(denied.data).toEqual({ samples: null, purchases: null });
    const entities = await hub.ask('lab-1', 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Purchase { id } ... on MonitoringData { id } } }', {
      r: [{ __typename: 'Purchase', id: sample?.purchaseId }],
    });
    expect(entities.data).toEqual({ _entities: [null] });
  });

  it('until the centre withdraws it, before the lab has answered: with a reason for the lab, its samples free at once, its number used', async () => {
    const planId = await issuedPlan(hub);
    const ids = await samplesOf(planId, 2);
    const { id, number } = await commissioned(hub, 'lab-1', ids);
    const withdraw = (changes: object = {}) => act(hub, analyst, 'withdrawCommission', [{ idempotencyKey: randomUUID(), commissionId: id, reason: '样品选错', ...changes }], 'id number state withdrawalReason withdrawn { userId }');
    expect((await withdraw({ reason: ' ' }))[0]?.refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    expect((await withdraw({ expectedRevision: 9 }))[0]?.refusal).toMatchObject({ code: 'REVISION_CONFLICT' });
    expect(await withdraw()).toMatchObject([{ refusal: null, value: { number, state: 'WITHDRAWN', withdrawalReason: '样品选错', withdrawn: { userId: 'center.1' } } }]);
    const [event] = await hub.database.$queryRaw<{ payloads: { labs: object } }[]>`SELECT payloads FROM kernel.event WHERE kind = 'CommissionWithdrawn' AND subject_id = ${id}`;
    expect(event?.payloads.labs).toEqual({ commissionId: id, labId: 'lab-1', reason: '样品选错' });
    const ofLab = await hub.ask('lab-1', 'query ($id: ID!) { inspectionCommission(id: $id) { state withdrawalReason samples { id } } }', { id });
    expect(ofLab.data).toEqual({ inspectionCommission: { state: 'WITHDRAWN', withdrawalReason: '样品选错', samples: [] } });
    // What the lab had answered meanwhile changes nothing; the samples go to another, or to the same.
    await tell(hub, 'labs', 'CommissionAnswered', id, { commissionId: id, labId: 'lab-1', answer: 'ACCEPTED' });
    expect(await hub.database.sample.findMany({ where: { id: { in: ids } }, select: { state: true, commissionId: true } })).toEqual(ids.map(() => ({ state: 'WAREHOUSED', commissionId: null })));
    const again = await commissioned(hub, 'lab-1', ids);
    expect(again.number).not.toBe(number);
    await tell(hub, 'labs', 'CommissionAnswered', again.id, { commissionId: again.id, labId: 'lab-1', answer: 'ACCEPTED' });
    expect((await withdraw({ commissionId: again.id }))[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'ACCEPTED', possibleFrom: ['ISSUED'] });
  });

  it('and no longer its samples when it has declined, which are free for another', async () => {
    const [sample] = await warehoused(hub, await issuedPlan(hub));
    const sampleId = sample?.sampleId ?? '';
    const { id } = await commissioned(hub, 'lab-1', [sampleId]);
    const answer = (commissionId: string, labId: string, how: string) =>
      tell(hub, 'labs', 'CommissionAnswered', commissionId, { commissionId, labId, answer: how });
    await answer(id, 'lab-2', 'ACCEPTED');
    await answer(id, 'lab-1', 'DECLINED');
    await answer(id, 'lab-1', 'ACCEPTED');
    const nowhere = randomUUID();
    await answer(nowhere, 'lab-1', 'ACCEPTED');
    const state = 'query ($id: ID!) { inspectionCommission(id: $id) { state samples { id state } } }';
    expect((await hub.ask(analyst, state, { id })).data).toEqual({ inspectionCommission: { state: 'DECLINED', samples: [{ id: sampleId, state: 'WAREHOUSED' }] } });
    expect((await hub.ask('lab-1', 'query ($id: ID!) { inspectionCommission(id: $id) { state samples { id } } }', { id })).data).toEqual({
      inspectionCommission: { state: 'DECLINED', samples: [] },
    });
    expect(await hub.database.unmatchedEvent.count({ where: { kind: 'CommissionAnswered', subjectId: { in: [id, nowhere] } } })).toBe(3);
    await reported(hub, 'lab-1', id, sampleId);
    expect((await hub.database.sample.findUnique({ where: { id: sampleId } }))?.state).toBe('WAREHOUSED');

    await recordedScope(hub, 'lab-2', [leak, mark]);
    const next = await commissioned(hub, 'lab-2', [sampleId]);
    await answer(next.id, 'lab-2', 'ACCEPTED');
    expect((await hub.ask('lab-2', 'query ($id: ID!) { inspectionCommission(id: $id) { state samples { id commission { id } } } }', { id: next.id })).data).toEqual({
      inspectionCommission: { state: 'ACCEPTED', samples: [{ id: sampleId, commission: { id: next.id } }] },
    });
  });
});

describe('what was spent under a plan (经费支出)', () => {
  it('is purchases, freight and the fees of commissions that stand, less refunds, by currency', async () => {
    const { planId, workPlanId } = await startedWorkPlan(hub);
    const [kept = '', ...others] = (await warehoused(hub, planId, 2, { price: { amount: '100.10' }, freight: { amount: '8' } })).map(({ sampleId }) => sampleId);
    const [foreign] = await bought(hub, planId, 1, { price: { amount: '30.00', currency: 'USD' } });
    const [back] = await bought(hub, planId, 1, { price: { amount: '50.5' } });
    const ids = back ? [back.sampleId] : [];
    await upTo(hub, ids, 'verifySample');
    await act(hub, storekeeper, 'verifySample', onSamples(ids, { meets: false, reasons: '型号不符' }));
    await act(hub, sampler, 'returnSample', onSamples(ids, { reason: '型号不符', refund: { amount: '40.5' } }));
    await commissioned(hub, 'lab-1', [kept], { testFee: { amount: '800' } });
    const withdrawn = await commissioned(hub, 'lab-1', others, { testFee: { amount: '900' } });
    expect((await act(hub, analyst, 'withdrawCommission', [{ idempotencyKey: randomUUID(), commissionId: withdrawn.id, reason: 'r' }]))[0]?.refusal).toBeNull();
    expect(foreign).toBeDefined();

    const query = 'query ($id: ID!) { workPlan(id: $id) { spending { currency purchases freight refunds testFees total } } }';
    const spent = [
      { currency: 'CNY', purchases: '250.70', freight: '16.00', refunds: '40.5', testFees: '800', total: '1026.20' },
      { currency: 'USD', purchases: '30.00', freight: '0', refunds: '0', testFees: '0', total: '30.00' },
    ];
    expect((await hub.ask<{ workPlan: object }>(analyst, query, { id: workPlanId })).data.workPlan).toEqual({ spending: spent });
    // The exchange is told the same, to sum it upwards.
    const [told] = await hub.database.$queryRaw<{ spent: { kind: string; amount: string }[] }[]>`
      SELECT jsonb_agg(each - 'currency' ORDER BY position) AS spent FROM kernel.event, jsonb_array_elements(payloads->'exchange'->'spent') AS each
      WHERE payloads->'exchange'->>'partOf' = ${planId} AND each->>'currency' = 'CNY' AND each->>'kind' IN ('REFUND', 'TEST_FEE')`;
    expect(told?.spent.map(({ kind, amount }) => [kind, Number(amount)])).toEqual([['REFUND', 40.5], ['TEST_FEE', 800], ['TEST_FEE', 900]]);
    const [fee] = await commission([item('lab-1', [kept], { testFee: { amount: '-1' } })]);
    expect(fee?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'testFee.amount' });
  });
});

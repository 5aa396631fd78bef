import { randomUUID } from 'node:crypto';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { dutiesOn, legalLimitsWith, outcomes, told, whileHeard, type Outcome } from './acts.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const [province, city, county] = ['regulator-province', 'regulator-city', 'regulator-county'];
const act = async (asker: string, name: string, item: object, select = 'id state revision'): Promise<Outcome> =>
  (await outcomes(hub, name, [item], { asker, select }))[0] as Outcome;
async function done(asker: string, name: string, item: object, select?: string): Promise<Outcome['value']> {
  const { value, refusal } = await act(asker, name, item, select);
  expect([name, refusal]).toEqual([name, null]);
  return value;
}
const item = { code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005' };
const product = (name: string, batches = 30) => ({ categoryCode: '0706', name, batches, testItems: [item] });
let names = 0;
/** A product that no other test has. */
const unheard = () => `暖风机 ${++names} 型`;

/** A plan of a regulator, drafted and issued. */
async function issued(holder: string, changes: object = {}, issue: object = {}): Promise<string> {
  const { id: planId } = await drafted(holder, changes);
  await done(holder, 'issueMonitoringPlan', { planId, ...issue });
  return planId;
}
async function drafted(holder: string, changes: object = {}): Promise<Outcome['value']> {
  const reportId = randomUUID();
  await hub.database.assessmentReportDecision.create({
    data: { reportId, outcome: 'ACCEPTED', decided: {}, holder, concerned: [], state: 'ACCEPTED', reached: ['ACCEPTED'] },
  });
  return done(holder, 'draftMonitoringPlan', {
    ...{ title: '暖风机', nature: 'RISK_MONITORING', reportIds: [reportId], products: [product('暖风机'), product('电热毯', 10)] },
    ...{ centerId: 'center', platformIds: ['platform-1', 'platform-2'], deadline: '2099-06-30T18:00:00+08:00', budget: { amount: '50000.00' } },
    ...changes,
  });
}
const part = (planId: string, batches: number, changes: object = {}) => ({ planId, assigneeId: city, products: [{ position: 1, batches }], budget: { amount: '20000.10' }, ...changes });
const assign = async (asker: string, planId: string, batches: number, changes: object = {}) => (await done(asker, 'assignMonitoringPlan', part(planId, batches, changes))).id;
const accept = async (asker: string, assignmentId: string) =>
  ((await done(asker, 'acceptPlanAssignment', { assignmentId, centerId: 'center' }, 'carriedOutBy { id }')) as unknown as { carriedOutBy: { id: string } }).carriedOutBy.id;
const read = async (asker: string, query: string) => (await hub.ask<Record<string, unknown>>(asker, `{ ${query} }`)).data;
/** What the centre was last told that a plan asks of it, by position. */
const askedOfCenter = async (planId: string) => ((await told(hub, planId, 'monitoring-center')).at(-1)?.[1] as { products: { batches: number }[] }).products.map(({ batches }) => batches);

describe('a plan goes down the levels (任务分解, 3.1 a)', () => {
  it('from the province to a city and on to a county, each with its own part, which those above follow and nobody else', async () => {
    const planId = await issued(province);
    const toCity = await assign(province, planId, 20, { deadline: '2099-05-31T18:00:00+08:00', platformIds: ['platform-2'] });
    expect(await dutiesOn(hub, toCity)).toEqual({ AnswerPlanAssignment: 'OPEN' });
    expect(await askedOfCenter(planId)).toEqual([10, 10]);

    const ofPart = `planAssignment(id: "${toCity}") { state title products { position name batches } platforms { id } budget { amount } regulator { id } plan { id } }`;
    expect(await read(city, ofPart)).toEqual({
      planAssignment: {
        ...{ state: 'ASSIGNED', title: '暖风机', products: [{ position: 1, name: '暖风机', batches: 20 }], platforms: [{ id: 'platform-2' }] },
        ...{ budget: { amount: '20000.10' }, regulator: { id: province }, plan: null },
      },
    });
    expect(await read(county, ofPart)).toEqual({ planAssignment: null });
    expect(await read(city, `monitoringPlan(id: "${planId}") { id }`)).toEqual({ monitoringPlan: null });

    const cityPlan = await accept(city, toCity);
    expect(await dutiesOn(hub, toCity)).toEqual({ AnswerPlanAssignment: 'DONE', CompleteAssignedPlan: 'OPEN' });
    const ofPlan = `monitoringPlan(id: "${cityPlan}") { state products { batches } budget { amount } deadline reports { id } assignment { id } assignedBatches assignedBudget { amount } assignments { id } }`;
    // A draft is its regulator's own; from its issue on it is followed from above.
    expect(await read(province, ofPlan)).toEqual({ monitoringPlan: null });
    await done(city, 'issueMonitoringPlan', { planId: cityPlan });
    const toCounty = await assign(city, cityPlan, 5, { assigneeId: county, budget: { amount: '1000' } });
    const seen = {
      monitoringPlan: {
        ...{ state: 'ISSUED', products: [{ batches: 20 }], budget: { amount: '20000.10' }, deadline: '2099-05-31T18:00:00.000+08:00', reports: [{ id: expect.any(String) }] },
        ...{ assignment: { id: toCity }, assignedBatches: 5, assignedBudget: { amount: '1000.00' }, assignments: [{ id: toCounty }] },
      },
    };
    for (const asker of [city, province]) expect(await read(asker, ofPlan)).toEqual(seen);
    expect(await read(county, ofPlan)).toEqual({ monitoringPlan: null });

    const countyPlan = await accept(county, toCounty);
    await done(county, 'issueMonitoringPlan', { planId: countyPlan });
    for (const asker of [county, city, province]) expect(await read(asker, `monitoringPlan(id: "${countyPlan}") { regulator { id } }`)).toEqual({ monitoringPlan: { regulator: { id: county } } });
    expect((await act(province, 'cancelMonitoringPlan', { planId: countyPlan, reason: '理由' })).refusal).toMatchObject({ code: 'NOT_FOUND' });

    // To the exchange alone goes what is part of what, and who follows it.
    expect(await told(hub, countyPlan, 'exchange')).toContainEqual(['MonitoringPlanDrafted', { partOf: cityPlan, overseers: [city, province] }]);
    expect(await told(hub, toCity, 'exchange')).toContainEqual(['MonitoringPlanAssigned', { partOf: planId }]);
    // Whoever owes a duty reads what it is part of.
    const [owed] = await hub.database.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM kernel.duty WHERE party_id <> ${province} AND part_of = ${planId}`;
    expect(owed.count).toBe(0);
    const events = await hub.database.$queryRaw<{ payloads: object }[]>`SELECT payloads FROM kernel.event WHERE subject_id = ${countyPlan} AND 'monitoring-center' = ANY(receivers)`;
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toMatch(/regulator-(city|province)|overseers|above/);
  });

  it('and of two parts neither regulator sees the other, nor the centre any', async () => {
    const planId = await issued(province);
    const [toCity, toCounty] = [await assign(province, planId, 5), await assign(province, planId, 6, { assigneeId: county })];
    for (const [asker, own] of [[city, toCity], [county, toCounty]] as const) {
      const { planAssignments } = (await read(asker, 'planAssignments(filter: { state: [ASSIGNED] }) { nodes { id } totalCount }')) as { planAssignments: { nodes: { id: string }[] } };
      const ids = planAssignments.nodes.map(({ id }) => id);
      expect(ids).toContain(own);
      expect(ids).not.toContain(own === toCity ? toCounty : toCity);
    }
    expect(await read('center', `monitoringPlan(id: "${planId}") { id assignments { id } assignedBatches }`)).toEqual({ monitoringPlan: { id: planId, assignments: [], assignedBatches: null } });
    expect(await read('center', `planAssignments { totalCount }`)).toEqual({ planAssignments: null });
  });

  it('never more of it than there is, also where two officers assign at once', async () => {
    const planId = await issued(province);
    const wrong: [string, string, object][] = [
      ['VALUE_INVALID', 'products.0.batches', part(planId, 31)],
      ['PLAN_PRODUCT_UNKNOWN', 'products.0.position', part(planId, 1, { products: [{ position: 3, batches: 1 }] })],
      ['VALUE_INVALID', 'products', part(planId, 1, { products: [] })],
      ['PLAN_BUDGET_EXCEEDED', 'budget.amount', part(planId, 1, { budget: { amount: '50000.01' } })],
      ['VALUE_INVALID', 'budget.currency', part(planId, 1, { budget: { amount: '1', currency: 'EUR' } })],
      ['PLATFORM_NOT_IN_PLAN', 'platformIds', part(planId, 1, { platformIds: ['platform-3'] })],
      ['VALUE_INVALID', 'deadline', part(planId, 1, { deadline: '2099-07-01T00:00:00+08:00' })],
      ['REGULATOR_NOT_BELOW', 'assigneeId', part(planId, 1, { assigneeId: province })],
      ['NOT_FOUND', 'assigneeId', part(planId, 1, { assigneeId: 'center' })],
    ];
    for (const [code, field, input] of wrong) expect((await act(province, 'assignMonitoringPlan', input)).refusal).toMatchObject({ code, field });
    const over = await issued(province);
    await hub.database.monitoringPlan.update({ where: { id: over }, data: { deadline: new Date(Date.now() - 1_000) } });
    expect((await act(province, 'assignMonitoringPlan', part(over, 1))).refusal).toMatchObject({ code: 'TIME_IN_PAST', field: 'deadline' });
    const both = await Promise.all([1, 2, 3, 4].map(() => act(province, 'assignMonitoringPlan', part(planId, 20, { budget: null }))));
    expect(both.map(({ refusal }) => refusal?.code ?? 'done').toSorted()).toEqual(['PLAN_BATCHES_EXCEEDED', 'PLAN_BATCHES_EXCEEDED', 'PLAN_BATCHES_EXCEEDED', 'done']);
    expect(await askedOfCenter(planId)).toEqual([10, 10]);
    expect((await act(city, 'assignMonitoringPlan', part(await issued(city), 1, { assigneeId: province }))).refusal).toMatchObject({ code: 'REGULATOR_NOT_BELOW' });
  });

  it('and what is assigned binds both: the plan above keeps it, the plan below stays within it', async () => {
    const planId = await issued(province);
    const cityPlan = await accept(city, await assign(province, planId, 20, { platformIds: ['platform-2'] }));
    await done(city, 'issueMonitoringPlan', { planId: cityPlan });
    const refused = async (asker: string, id: string, changes: object) => (await act(asker, 'amendMonitoringPlan', { planId: id, reason: '调整', ...changes })).refusal;
    expect(await refused(province, planId, { products: [product('暖风机', 19), product('电热毯', 10)] })).toMatchObject({ code: 'PLAN_BATCHES_EXCEEDED', field: 'products.0.batches' });
    expect(await refused(province, planId, { budget: { amount: '20000.09' } })).toMatchObject({ code: 'PLAN_BUDGET_EXCEEDED' });
    expect(await refused(province, planId, { budget: { amount: '50000', currency: 'EUR' } })).toMatchObject({ code: 'VALUE_INVALID', field: 'budget.currency' });
    expect(await refused(province, planId, { products: [product('暖风机', 25), product('电热毯', 10)] })).toBeNull();
    expect(await askedOfCenter(planId)).toEqual([5, 10]);
    for (const [field, changes] of [
      ['products.0.batches', { products: [product('暖风机', 21)] }],
      ['products.1.batches', { products: [product('暖风机', 20), product('电热毯', 1)] }],
      ['platformIds', { platformIds: ['platform-2', 'platform-1'] }],
      ['deadline', { deadline: '2099-07-01T00:00:00+08:00' }],
      ['budget.amount', { budget: { amount: '20000.11' } }],
    ] as const) {
      expect(await refused(city, cityPlan, changes)).toMatchObject({ code: 'ASSIGNMENT_EXCEEDED', field });
    }
    expect(await refused(city, cityPlan, { products: [product('暖风机', 18)], budget: { amount: '20000.10' } })).toBeNull();
  });

  it('comes back with a reason until the plan below is issued, and is free again', async () => {
    const planId = await issued(province);
    const [first, second, third] = [await assign(province, planId, 10), await assign(province, planId, 10, { budget: null }), await assign(province, planId, 10, { budget: null })];
    expect(await askedOfCenter(planId)).toEqual([0, 10]);
    expect((await act(city, 'returnPlanAssignment', { assignmentId: first, reason: ' ' })).refusal).toMatchObject({ code: 'VALUE_REQUIRED' });
    await done(city, 'returnPlanAssignment', { assignmentId: first, reason: '人手不足' });
    expect(await dutiesOn(hub, first)).toEqual({ AnswerPlanAssignment: 'DONE' });
    expect(await read(province, `planAssignment(id: "${first}") { state returnReason answered { partyId } }`)).toEqual({ planAssignment: { state: 'RETURNED', returnReason: '人手不足', answered: { partyId: city } } });
    expect(await askedOfCenter(planId)).toEqual([10, 10]);

    const draft = await accept(city, second);
    await done(city, 'returnPlanAssignment', { assignmentId: second, reason: '另有安排' });
    expect(await read(city, `monitoringPlan(id: "${draft}") { state cancelReason }`)).toEqual({ monitoringPlan: { state: 'CANCELLED', cancelReason: '另有安排' } });
    expect(await dutiesOn(hub, second)).toEqual({ AnswerPlanAssignment: 'DONE', CompleteAssignedPlan: 'DROPPED' });

    await done(province, 'withdrawPlanAssignment', { assignmentId: third, reason: '计划有变' });
    expect(await dutiesOn(hub, third)).toEqual({ AnswerPlanAssignment: 'DROPPED' });
    expect((await act(city, 'acceptPlanAssignment', { assignmentId: third, centerId: 'center' })).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'WITHDRAWN' });
    expect(await askedOfCenter(planId)).toEqual([30, 10]);

    const fourth = await assign(province, planId, 10);
    await done(city, 'cancelMonitoringPlan', { planId: await accept(city, fourth), reason: '无法承接' });
    expect(await read(province, `planAssignment(id: "${fourth}") { state returnReason }`)).toEqual({ planAssignment: { state: 'RETURNED', returnReason: '无法承接' } });
    expect((await act(province, 'withdrawPlanAssignment', { assignmentId: fourth, reason: '理由' })).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
  });

  it('is answered by whom it was assigned to alone, once', async () => {
    const cityPlan = await accept(city, await assign(province, await issued(province), 20));
    await done(city, 'issueMonitoringPlan', { planId: cityPlan });
    const assignmentId = await assign(city, cityPlan, 5, { assigneeId: county });
    for (const name of ['acceptPlanAssignment', 'returnPlanAssignment']) {
      const input = name === 'acceptPlanAssignment' ? { assignmentId, centerId: 'center' } : { assignmentId, reason: '理由' };
      expect((await act(province, name, input)).refusal).toMatchObject({ code: 'ASSIGNMENT_NOT_YOURS', message: expect.stringContaining('运河区市场监督管理局') });
      expect((await act(city, name, input)).refusal).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await act(county, 'acceptPlanAssignment', { assignmentId, centerId: 'lab-1' })).refusal).toMatchObject({ code: 'NOT_FOUND', field: 'centerId' });
    const twice = await Promise.all([1, 2].map(() => act(county, 'acceptPlanAssignment', { assignmentId, centerId: 'center' })));
    expect(twice.map(({ refusal }) => refusal?.code ?? 'done').toSorted()).toEqual(['STATE_NOT_POSSIBLE', 'done']);
    expect(await hub.database.monitoringPlan.count({ where: { assignmentId } })).toBe(1);
  });

  it('ends with the plan below, and the plan above not before', async () => {
    const planId = await issued(province);
    const assignmentId = await assign(province, planId, 20);
    const { number } = (await read(province, `planAssignment(id: "${assignmentId}") { number }`))['planAssignment'] as { number: string };
    for (const [name, more] of [['completeMonitoringPlan', {}], ['cancelMonitoringPlan', { reason: '理由' }]] as const) {
      expect((await act(province, name, { planId, ...more })).refusal).toMatchObject({ code: 'PLAN_HAS_OPEN_ASSIGNMENTS', message: expect.stringContaining(number) });
    }
    const cityPlan = await accept(city, assignmentId);
    await done(city, 'issueMonitoringPlan', { planId: cityPlan });
    expect((await act(city, 'returnPlanAssignment', { assignmentId, reason: '理由' })).refusal).toMatchObject({ code: 'ASSIGNED_PLAN_ISSUED' });
    expect((await act(province, 'completeMonitoringPlan', { planId })).refusal).toMatchObject({ code: 'PLAN_HAS_OPEN_ASSIGNMENTS' });
    await done(city, 'completeMonitoringPlan', { planId: cityPlan });
    expect(await dutiesOn(hub, assignmentId)).toEqual({ AnswerPlanAssignment: 'DONE', CompleteAssignedPlan: 'DONE' });
    // What was carried out is not free again.
    expect(await read(province, `monitoringPlan(id: "${planId}") { assignedBatches assignments { state } }`)).toEqual({ monitoringPlan: { assignedBatches: 20, assignments: [{ state: 'ENDED' }] } });
    await done(province, 'completeMonitoringPlan', { planId });
  });
});

describe('under supervision sampling a product of a plan above is not sampled again (5.2.2, 产品质量法 15)', () => {
  const supervision = (name: string) => ({ nature: 'SUPERVISION_SAMPLING', products: [product(name)] });

  it('the plan below is not issued; the refusal names product and regulator, and nothing of the plan above', async () => {
    const name = unheard();
    const above = await issued(province, supervision(name));
    const { number } = (await read(province, `monitoringPlan(id: "${above}") { number }`))['monitoringPlan'] as { number: string };
    for (const below of [city, county]) {
      const { id: planId } = await drafted(below, supervision(name.replaceAll(' ', '　')));
      const { refusal } = await act(below, 'issueMonitoringPlan', { planId });
      expect(refusal).toMatchObject({ code: 'SAMPLED_ABOVE', field: 'resamplingGround', message: expect.stringContaining('之江省市场监督管理局') });
      expect(refusal?.message).not.toContain(number);
      // On a ground of the law it is, and no centre learns which.
      await done(below, 'issueMonitoringPlan', { planId, resamplingGround: 'FOLLOW_UP' });
      expect(await read(below, `monitoringPlan(id: "${planId}") { resamplingGround }`)).toEqual({ monitoringPlan: { resamplingGround: 'FOLLOW_UP' } });
      expect(await read('center', `monitoringPlan(id: "${planId}") { id resamplingGround }`)).toEqual({ monitoringPlan: { id: planId, resamplingGround: null } });
    }
  });

  it('nor is it added to one in force, but on a ground', async () => {
    const [own, name] = [unheard(), unheard()];
    await issued(province, supervision(name));
    const planId = await issued(city, supervision(own));
    const amend = (more: object = {}) => act(city, 'amendMonitoringPlan', { planId, reason: '扩大范围', products: [product(own), product(name)], ...more }, 'resamplingGround');
    expect((await amend()).refusal).toMatchObject({ code: 'SAMPLED_ABOVE' });
    expect(await amend({ resamplingGround: 'EMERGENCY' })).toMatchObject({ value: { resamplingGround: 'EMERGENCY' }, refusal: null });
  });

  it.each([
    ['by a plan of risk monitoring above', province, { nature: 'RISK_MONITORING' }, city, {}],
    ['by a plan of risk monitoring below', province, {}, city, { nature: 'RISK_MONITORING' }],
    ['by the regulator below', city, {}, province, {}],
    ['by the same regulator', city, {}, city, {}],
  ])('it may be sampled %s', async (_why, first, firstPlan, then, thenPlan) => {
    const name = unheard();
    await issued(first, { ...supervision(name), ...firstPlan });
    await issued(then, { ...supervision(name), ...thenPlan });
  });

  it('another product of the category may be, and what is a part of the plan above itself', async () => {
    const name = unheard();
    const planId = await issued(province, supervision(name));
    await issued(city, supervision(unheard()));
    const cityPlan = await accept(city, await assign(province, planId, 5));
    await done(city, 'issueMonitoringPlan', { planId: cityPlan });
    const countyPlan = await accept(county, await assign(city, cityPlan, 2, { assigneeId: county, budget: null }));
    await done(county, 'issueMonitoringPlan', { planId: countyPlan });
    // Nor is one part of a plan another sampling than the next, whoever has it.
    const besides = await accept(county, await assign(province, planId, 5, { assigneeId: county, budget: null }));
    await done(county, 'issueMonitoringPlan', { planId: besides });
  });

  it('counts for six months after the plan above is completed, or as many as a steward has published that the law says, and not once it is cancelled', async () => {
    const name = unheard();
    const above = await issued(province, supervision(name));
    const again = async () => {
      const { id: planId } = await drafted(city, supervision(name));
      return (await act(city, 'issueMonitoringPlan', { planId })).refusal?.code ?? 'done';
    };
    await done(province, 'completeMonitoringPlan', { planId: above });
    expect(await again()).toBe('SAMPLED_ABOVE');
    await hub.database.monitoringPlan.update({ where: { id: above }, data: { ended: { at: new Date(Date.now() - 190 * 86_400_000).toISOString() } } });
    expect(await again()).toBe('done');
    expect(await whileHeard(hub, legalLimitsWith('Resampling', 7), again)).toBe('SAMPLED_ABOVE');
    const other = unheard();
    await done(province, 'cancelMonitoringPlan', { planId: await issued(province, supervision(other)), reason: '风险已消除' });
    await issued(city, supervision(other));
  });
});

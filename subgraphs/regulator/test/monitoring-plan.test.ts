import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const decide = `mutation ($items: [DecideAssessmentReportInput!]!) {
  decideAssessmentReport(items: $items) { outcomes { value { id outcome report { id } } refusal { code message field state possibleFrom } } } }`;
const draft = `mutation ($items: [DraftMonitoringPlanInput!]!) {
  draftMonitoringPlan(items: $items) { outcomes { value { id number state revision } refusal { code message field } } } }`;
const issue = `mutation ($items: [IssueMonitoringPlanInput!]!) {
  issueMonitoringPlan(items: $items) { outcomes { value { id state revision issued { userId role } } refusal { code state possibleFrom } } } }`;

interface Outcome {
  value: Record<string, never> & { id: string; state: string; revision: number };
  refusal: Record<string, unknown> | null;
}
const outcomesOf = (answer: { data: Record<string, unknown> }) =>
  (Object.values(answer.data)[0] as { outcomes: Outcome[] }).outcomes;

async function receivedReport(): Promise<string> {
  const id = randomUUID();
  hub.others.say({
    kind: 'AssessmentReportSubmitted',
    subjectType: 'AssessmentReport',
    subjectId: id,
    payload: { id, number: 'PG-2026-000001', title: '电热水壶', centerId: 'center', submittedToId: 'regulator-province' },
  });
  await eventually(
    () => hub.database.receivedAssessmentReport.findUnique({ where: { id } }),
    (row) => row !== null,
  );
  return id;
}

const plan = (reportIds: string[]) => ({
  idempotencyKey: randomUUID(),
  title: '2026年电热水壶网上监测',
  nature: 'RISK_MONITORING',
  reportIds,
  centerId: 'center',
  platformIds: ['platform-1'],
  deadline: '2099-06-30T18:00:00+08:00',
  budget: { amount: '50000.00' },
  products: [
    {
      categoryCode: '0706',
      name: '电热水壶',
      batches: 30,
      testItems: [{ code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' }],
    },
  ],
});

describe('a regulator decides and plans (3.1)', () => {
  it('issues a plan that rests on an accepted report, and the centre sees it only then', async () => {
    const reportId = await receivedReport();
    const decided = await hub.ask('regulator-province', decide, {
      items: [{ idempotencyKey: 'd1', reportId, outcome: 'ACCEPTED' }],
    });
    expect(outcomesOf(decided)[0]).toMatchObject({ value: { outcome: 'ACCEPTED', report: { id: reportId } }, refusal: null });

    const told = await hub.database.$queryRaw<object[]>`SELECT payloads FROM kernel.event WHERE kind = 'AssessmentReportDecided'`;
    expect(told).toEqual([{ payloads: { exchange: null, 'monitoring-center': { reportId, outcome: 'ACCEPTED' } } }]);

    const drafted = outcomesOf(await hub.ask('regulator-province', draft, { items: [plan([reportId])] }))[0];
    expect(drafted).toMatchObject({ value: { state: 'DRAFT', revision: 1 }, refusal: null });
    const planId = drafted?.value.id;

    const read = `query ($id: ID!) { monitoringPlan(id: $id) { id title budget { amount } products { name testItems { code } } } }`;
    expect((await hub.ask('center', read, { id: planId })).data).toEqual({ monitoringPlan: null });

    const issued = outcomesOf(
      await hub.ask('regulator-province', issue, { items: [{ idempotencyKey: 'i1', planId, expectedRevision: 1 }] }),
    )[0];
    expect(issued).toMatchObject({ value: { state: 'ISSUED', revision: 2, issued: { role: 'OFFICER' } }, refusal: null });

    expect((await hub.ask('center', read, { id: planId })).data).toMatchObject({
      monitoringPlan: { id: planId, budget: { amount: '50000.00' } },
    });
    const sampler = await hub.ask({ identity: 'center', role: 'SAMPLER' }, read, { id: planId });
    expect(sampler.data).toMatchObject({ monitoringPlan: { id: planId, budget: null } });
    expect(sampler.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'MonitoringPlan.budget' } }]);
    expect((await hub.ask('regulator-city', read, { id: planId })).data).toEqual({ monitoringPlan: null });

    const again = outcomesOf(await hub.ask('regulator-province', issue, { items: [{ idempotencyKey: 'i2', planId }] }))[0];
    expect(again).toMatchObject({ value: null, refusal: { code: 'STATE_NOT_POSSIBLE', state: 'ISSUED', possibleFrom: ['DRAFT'] } });
  });

  it('warns of a standard of its items that is not in force, and of what took its place, and tells of one that the published list does not have', async () => {
    const reportId = await receivedReport();
    await hub.ask('regulator-province', decide, { items: [{ idempotencyKey: randomUUID(), reportId, outcome: 'ACCEPTED' }] });
    const item = (code: string, standardNumber: string, standardVersion: string) => ({ code, name: code, standardNumber, standardVersion });
    const [{ categoryCode = '', name = '', batches = 1 } = {}] = plan([]).products;
    const products = [{ categoryCode, name, batches, testItems: [item('LEAK', 'GB 4706.1', '2005'), item('MARK', 'GB/T 4706.1', '2024'), item('LEAD', 'QB/T 1', '2001')] }];
    const [drafted] = outcomesOf(await hub.ask('regulator-province', draft, { items: [{ ...plan([reportId]), idempotencyKey: randomUUID(), products }] }));
    const read = 'query ($id: ID!) { monitoringPlan(id: $id) { standardsNotInForce { standard validFrom validTo successors itemCodes } } }';
    const warned = async () => ((await hub.ask('regulator-province', read, { id: drafted?.value.id })).data as unknown as { monitoringPlan: { standardsNotInForce: { standard: string }[] } }).monitoringPlan.standardsNotInForce;
    // The one ends on the day on which the other begins.
    expect((await warned()).map(({ standard }) => standard)).toEqual([Date.now() < Date.parse('2026-08-01T00:00:00+08:00') ? 'GB/T 4706.1-2024' : 'GB 4706.1-2005']);
    const issued = { at: '2026-07-31T10:00:00+08:00', userId: 'u', partyId: 'regulator-province', role: 'OFFICER' };
    await hub.database.monitoringPlan.update({ where: { id: drafted?.value.id ?? '' }, data: { issued } });
    expect(await warned()).toEqual([{ standard: 'GB/T 4706.1-2024', validFrom: '2026-08-01', validTo: null, successors: [], itemCodes: ['MARK'] }]);
    expect((await hub.ask('regulator-province', 'query ($id: ID!) { monitoringPlan(id: $id) { standardsNotListed { standard itemCodes } } }', { id: drafted?.value.id })).data).toEqual({ monitoringPlan: { standardsNotListed: [{ standard: 'QB/T 1-2001', itemCodes: ['LEAD'] }] } });
    const unknown = [{ categoryCode: '电热器具', name, batches, testItems: [item('LEAK', 'GB 4706.1', '2005')] }];
    const [refused] = outcomesOf(await hub.ask('regulator-province', draft, { items: [{ ...plan([reportId]), idempotencyKey: randomUUID(), products: unknown }] }));
    expect(refused?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'products.0.categoryCode' });
  });

  it('refuses a plan without an assessment report, and one that rests on a report not accepted', async () => {
    const undecided = await receivedReport();
    const outcomes = outcomesOf(await hub.ask('regulator-province', draft, { items: [plan([]), plan([undecided])] }));
    expect(outcomes.map(({ refusal }) => refusal?.['code'])).toEqual(['PLAN_WITHOUT_REPORT', 'REPORT_NOT_ACCEPTED']);
  });

  it('refuses a budget that is no money, a time for feedback that is none, and more than a plan can hold', async () => {
    const reportId = await receivedReport();
    await hub.ask('regulator-province', decide, { items: [{ idempotencyKey: randomUUID(), reportId, outcome: 'ACCEPTED' }] });
    const { products } = plan([]);
    const testItems = Array.from({ length: 201 }, (_, index) => ({ ...products[0]?.testItems[0], code: `C${index}` }));
    const many = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`);
    const wrong: [string, object][] = [
      ['budget.amount', { budget: { amount: '-1' } }],
      ['budget.currency', { budget: { amount: '1', currency: 'xyz' } }],
      ['feedbackWithin', { feedbackWithin: 'P1DT' }],
      ['feedbackWithin', { feedbackWithin: 'P0D' }],
      ['reportIds', { reportIds: many(51) }],
      ['products', { products: Array.from({ length: 201 }, () => products[0]) }],
      ['platformIds', { platformIds: many(101) }],
      ['products.0.testItems', { products: [{ ...products[0], testItems }] }],
    ];
    const items = wrong.map(([, changes]) => ({ ...plan([reportId]), ...changes }));
    const outcomes = outcomesOf(await hub.ask('regulator-province', draft, { items }));
    expect(outcomes.map(({ refusal }) => [refusal?.['code'], refusal?.['field']])).toEqual(wrong.map(([field]) => ['VALUE_INVALID', field]));
  });

  it('names the platform of a plan that is none, in as many statements for one platform as for many', async () => {
    const reportId = await receivedReport();
    await hub.ask('regulator-province', decide, { items: [{ idempotencyKey: randomUUID(), reportId, outcome: 'ACCEPTED' }] });
    const draftFor = (platformIds: string[]) => hub.ask('regulator-province', draft, { items: [{ ...plan([reportId]), platformIds }] });
    const [none] = outcomesOf(await draftFor(['platform-1', 'center', 'nobody']));
    expect(none?.refusal).toMatchObject({ code: 'NOT_FOUND', field: 'platformIds', message: expect.stringContaining('center') });

    const statementsFor = async (platformIds: string[]) => {
      const { result, statements } = await statementsOf(() => draftFor(platformIds));
      expect(outcomesOf(result)[0]?.refusal).toBeNull();
      return statements.length;
    };
    expect(await statementsFor(['platform-1', 'platform-2'])).toBe(await statementsFor(['platform-1']));
  });

  it('gives the first answer again for the same key and input, and refuses the key for another input', async () => {
    const reportId = await receivedReport();
    const item = { idempotencyKey: 'same', reportId, outcome: 'RETURNED', reason: '证据不足' };
    const [first, second] = await Promise.all([1, 2].map(() => hub.ask('regulator-province', decide, { items: [item] })));
    expect(outcomesOf(first!)[0]?.value.id).toBe(outcomesOf(second!)[0]?.value.id);
    const other = await hub.ask('regulator-province', decide, { items: [{ ...item, reason: '另一个理由' }] });
    expect(outcomesOf(other)[0]?.refusal).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('denies the act to whom its terms do not name', async () => {
    const answer = await hub.ask('platform-1', decide, { items: [{ idempotencyKey: 'x', reportId: 'x', outcome: 'ACCEPTED' }] });
    expect(answer.data).toEqual({ decideAssessmentReport: null });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
  });
});

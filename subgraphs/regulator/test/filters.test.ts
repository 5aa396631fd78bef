import { randomUUID } from 'node:crypto';
import { checkSubjectFilters } from '@hub/kernel/testing/check-subject-filters.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl } from '@hub/schema/generated/regulator.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { fedBack, outcomes, told } from './acts.js';

type Three = readonly [string, string, string];

let hub: SubgraphUnderTest<RegulatorDatabase>;
/** Before anything was told. */
let after: string;
const ids: Record<'reports' | 'decisions' | 'plans' | 'handlings', Three> = {
  reports: ['', '', ''], decisions: ['', '', ''], plans: ['', '', ''], handlings: ['', '', ''],
};

/** What is of one kind, and of another. */
const kinds = {
  one: { regulator: 'regulator-province', word: '电热水壶', platform: '云集市', degree: 'HIGH', category: '0706', platformId: 'platform-1', seller: '330105', outcome: 'ACCEPTED' },
  other: { regulator: 'regulator-city', word: '电饭锅', platform: '海淘', degree: 'LOW', category: '0707', platformId: 'platform-2', seller: '440300', outcome: 'ACCEPTED' },
} as const;
const of = <Value>(pick: (kind: (typeof kinds)['one' | 'other']) => Value) => [pick(kinds.one), pick(kinds.other)] as const;
const order = ['one', 'other', 'one'] as const;

/** Three times the same, one after the other, so that events are told in this order. */
async function three(make: (kind: (typeof kinds)['one' | 'other'], index: number) => Promise<string>): Promise<Three> {
  return [await make(kinds[order[0]], 0), await make(kinds[order[1]], 1), await make(kinds[order[2]], 2)];
}

async function receivedReport({ regulator, word, platform, degree }: (typeof kinds)['one' | 'other']): Promise<string> {
  const id = randomUUID();
  const payload = { id, number: `PG-${id.slice(0, 6)}`, title: word, centerId: 'center', submittedToId: regulator, productCategories: [word], platforms: [platform], hazardDegrees: [degree] };
  hub.others.say({ kind: 'AssessmentReportSubmitted', subjectType: 'AssessmentReport', subjectId: id, payload });
  await eventually(() => hub.database.receivedAssessmentReport.findUnique({ where: { id } }), (row) => row !== null);
  return id;
}

/** Does an act on one item as a regulator, and gives the id of its value. */
async function done(asker: string, act: string, item: object): Promise<string> {
  const [outcome] = await outcomes(hub, act, [item], { asker });
  if (!outcome?.value) throw new Error(`${act}: ${JSON.stringify(outcome?.refusal)}`);
  return outcome.value.id;
}

function drafted(regulator: string, reportId: string | undefined, { category, platformId, word }: (typeof kinds)['one' | 'other']): Promise<string> {
  const testItems = [{ code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' }];
  return done(regulator, 'draftMonitoringPlan', {
    ...{ title: word, nature: 'RISK_MONITORING', reportIds: [reportId], centerId: 'center', platformIds: [platformId], deadline: '2099-06-30T18:00:00+08:00' },
    products: [{ categoryCode: category, name: word, batches: 30, testItems }],
  });
}

beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
  after = await hub.cursorOfNow();
  ids.reports = await three(receivedReport);
  ids.decisions = await three(({ regulator, outcome }, index) => done(regulator, 'decideAssessmentReport', { reportId: ids.reports[index], outcome }));
  ids.plans = await three(async (kind, index) => done(kind.regulator, 'issueMonitoringPlan', { planId: await drafted(kind.regulator, ids.reports[index], kind) }));
  await three(({ regulator }, index) => done(regulator, 'amendMonitoringPlan', { planId: ids.plans[index], reason: '情势变更', feedbackWithin: 'P5D' }));
  ids.handlings = await three(async ({ regulator, category, platformId, seller }, index) => {
    const data = await fedBack(hub, { regulatorId: regulator, planId: ids.plans[index], productCategory: category, platformId, sellerRegion: seller });
    return done(regulator, 'openHazardHandling', { monitoringDataIds: [data], summary: '不合格' });
  });
}, 120_000);
afterAll(() => hub.close());

const ofReport = { productCategory: of(({ word }) => word), platform: of(({ platform }) => platform), hazardDegree: of(({ degree }) => [degree]) };

it('decisions are listed and told of by category, platform and hazard degree of what the report rests on, and by the regulator’s region', async () => {
  const subject = { list: 'assessmentReportDecisions', subscription: 'assessmentReportDecided', rows: ids.decisions };
  // The city lies within the province: by the province both are found.
  const [first, , third] = ids.decisions;
  expect(await checkSubjectFilters(hub, { sdl, asker: 'center', after, ...subject, filters: ofReport })).toEqual([]);
  const list = 'query ($filter: AssessmentReportDecisionFilter) { assessmentReportDecisions(filter: $filter) { nodes { id outcome report { id } regulator { id } } totalCount } }';
  const found = async (asker: string, filter: object) =>
    (await hub.ask<{ assessmentReportDecisions: { nodes: { id: string }[] } }>(asker, list, { filter })).data.assessmentReportDecisions.nodes.map(({ id }) => id);
  expect(await found('center', { regulatorRegionCode: '330000' })).toEqual([...ids.decisions].reverse());
  expect(await found('center', { regulatorRegionCode: '330100' })).toEqual([ids.decisions[1]]);
  expect(await found('center', { reportId: ids.reports[1] })).toEqual([ids.decisions[1]]);
  expect(await found('regulator-province', { outcome: ['ACCEPTED'] }), 'each its own').toEqual([third, first]);
});

it('reports at the desk are listed by the same', async () => {
  const list = 'query ($filter: ReceivedAssessmentReportFilter) { receivedAssessmentReports(filter: $filter) { nodes { id } } }';
  for (const [name, [ofOne, ofOther]] of Object.entries(ofReport)) {
    for (const [value, expected] of [[ofOne, [ids.reports[2], ids.reports[0]]], [ofOther, [ids.reports[1]]]]) {
      const answer = await hub.ask<{ receivedAssessmentReports: { nodes: { id: string }[] } }>('center', list, { filter: { [name]: value } });
      expect(answer.data.receivedAssessmentReports.nodes.map(({ id }) => id), name).toEqual(expected);
    }
  }
});

it('plans issued and amended are listed and told of by plan, category, platform and the regulator’s region', async () => {
  const filters = { productCategory: of(({ category }) => category), platformId: of(({ platformId }) => platformId) };
  for (const subscription of ['monitoringPlanIssued', 'monitoringPlanAmended']) {
    const subject = { list: 'monitoringPlans', subscription, rows: ids.plans };
    expect(await checkSubjectFilters(hub, { sdl, asker: 'center', after, ...subject, filters })).toEqual([]);
  }
  const list = 'query ($filter: MonitoringPlanFilter) { monitoringPlans(filter: $filter) { nodes { id } } }';
  const found = async (filter: object) => (await hub.ask<{ monitoringPlans: { nodes: { id: string }[] } }>('center', list, { filter })).data.monitoringPlans.nodes;
  expect(await found({ planId: ids.plans[1] })).toEqual([{ id: ids.plans[1] }]);
  expect(await found({ regulatorRegionCode: '3301' })).toEqual([{ id: ids.plans[1] }]);
  expect(await found({ regulatorRegionCode: '330000' })).toHaveLength(3);
});

it('the hazard degrees of a plan are its regulator’s: a centre, whose plan may rest on another’s reports, neither reads them nor finds by them', async () => {
  const list = 'query ($filter: MonitoringPlanFilter) { monitoringPlans(filter: $filter) { nodes { id hazardDegrees } } }';
  const found = async (asker: string, filter: object) =>
    (await hub.ask<{ monitoringPlans: { nodes: { id: string; hazardDegrees: string[] | null }[] } }>(asker, list, { filter })).data.monitoringPlans.nodes;
  expect((await found('center', {})).map(({ hazardDegrees }) => hazardDegrees)).toEqual([null, null, null]);
  expect(await found('regulator-city', {})).toEqual([{ id: ids.plans[1], hazardDegrees: ['LOW'] }]);
  expect(await found('regulator-province', { hazardDegree: ['LOW'] })).toEqual([]);
  expect((await found('regulator-province', { hazardDegree: ['HIGH'] })).map(({ id }) => id)).toEqual([ids.plans[2], ids.plans[0]]);
  for (const subscription of ['monitoringPlanIssued', 'monitoringPlanAmended']) {
    const held = await hub.subscribe<Record<string, { monitoringPlan: { id: string } }>>(
      'regulator-province',
      `subscription ($after: String, $filter: MonitoringPlanFilter) { ${subscription}(after: $after, filter: $filter) { monitoringPlan { id } } }`,
      { after, filter: { hazardDegree: ['HIGH'] } },
    );
    expect((await held.until(2)).map(({ data }) => data[subscription]?.monitoringPlan.id)).toEqual([ids.plans[0], ids.plans[2]]);
    await held.leave();
    const refused = await hub.subscribe('center', `subscription { ${subscription}(filter: { hazardDegree: [HIGH] }) { kind } }`);
    expect((await refused.ended).code).toBe('SHARING_FILTER_DENIED');
    await refused.leave();
  }
  expect((await hub.ask('center', list, { filter: { hazardDegree: ['HIGH'] } })).errors?.[0]?.extensions.code).toBe('SHARING_FILTER_DENIED');
});

it('subscriptions follow one plan, and one regulator’s region', async () => {
  for (const [name, value] of [['planId', ids.plans[1]], ['regulatorRegionCode', '330100']] as const) {
    const held = await hub.subscribe<{ monitoringPlanIssued: { monitoringPlan: { id: string } } }>(
      'center',
      'subscription ($after: String, $filter: MonitoringPlanFilter) { monitoringPlanIssued(after: $after, filter: $filter) { monitoringPlan { id } } }',
      { after, filter: { [name]: value } },
    );
    expect((await held.until(1)).map(({ data }) => data.monitoringPlanIssued.monitoringPlan.id), name).toEqual([ids.plans[1]]);
    await held.leave();
  }
});

it('cases are listed and told of by plan, category, platform and seller’s region of the data that they are on', async () => {
  const subject = { list: 'hazardHandlings', subscription: 'hazardHandlingMoved', rows: ids.handlings };
  const filters = {
    productCategory: of(({ category }) => category),
    platformId: of(({ platformId }) => platformId),
    sellerRegionCode: of(({ seller }) => seller),
  };
  expect(await checkSubjectFilters(hub, { sdl, asker: 'center', after, ...subject, filters })).toEqual([]);
  expect(await checkSubjectFilters(hub, { sdl, asker: 'center', after, ...subject, filters: { sellerRegionCode: ['330000', '4403'] } })).toEqual([]);
  const list = 'query ($id: ID!) { hazardHandlings(filter: { planId: $id }) { nodes { id } } }';
  expect((await hub.ask('center', list, { id: ids.plans[1] })).data).toEqual({ hazardHandlings: { nodes: [{ id: ids.handlings[1] }] } });
  expect((await hub.ask('center', list, { id: ids.plans[2] })).data).toEqual({ hazardHandlings: { nodes: [{ id: ids.handlings[2] }] } });
});

it('a report that was told without hazard degrees is decided all the same, and nothing is said of those of a plan on it', async () => {
  expect(await told(hub, ids.plans[0], 'monitoring-center')).toContainEqual(['MonitoringPlanIssued', expect.not.objectContaining({ hazardDegrees: expect.anything() })]);
  const id = randomUUID();
  const payload = { id, number: 'PG-2026-000009', title: '旧报告', centerId: 'center', submittedToId: 'regulator-province' };
  hub.others.say({ kind: 'AssessmentReportSubmitted', subjectType: 'AssessmentReport', subjectId: id, payload });
  await eventually(() => hub.database.receivedAssessmentReport.findUnique({ where: { id } }), (row) => row !== null);
  const decision = await done('regulator-province', 'decideAssessmentReport', { reportId: id, outcome: 'ACCEPTED' });
  expect(await hub.database.assessmentReportDecision.findUnique({ where: { id: decision } })).toMatchObject({ hazardDegrees: [], platforms: [], productCategories: [] });
  const planId = await drafted('regulator-province', id, kinds.one);
  const answer = await hub.ask('regulator-province', 'query ($planId: ID!) { monitoringPlan(id: $planId) { hazardDegrees } }', { planId });
  expect([answer.data, answer.errors]).toEqual([{ monitoringPlan: { hazardDegrees: null } }, undefined]);
});

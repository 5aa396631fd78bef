import { randomUUID } from 'node:crypto';
import { checkSubjectFilters } from '@hub/kernel/testing/check-subject-filters.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import { sdl } from '@hub/schema/generated/monitoring-center.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitoringCenterService } from '../src/service.js';
import { analyst, sampler, type Hub } from './acts.js';
import { assessmentItem, takenInRecord } from './risk.js';
import { onSamples, parcel, upTo } from './sample-steps.js';
import { actOn, commissioned, issuedPlan, leak, mark, orderedSampling, purchaseItem, recordedScope, reported, startedWorkPlanOf, tell } from './thread.js';

type Three = readonly [string, string, string];

let hub: Hub;
/** Before anything was told. */
let after: string;
const plans: Record<'one' | 'other', string> = { one: '', other: '' };
const ids: Record<'records' | 'reports' | 'samples' | 'commissions' | 'data', Three> = {
  records: ['', '', ''], reports: ['', '', ''], samples: ['', '', ''], commissions: ['', '', ''], data: ['', '', ''],
};

/** What is of one kind, and of another. */
const kinds = {
  one: { category: '0706', platformId: 'platform-1', seller: '330105', planProduct: 1, degree: 'HIGH', word: '电热水壶', platform: '云集市' },
  other: { category: '0707', platformId: 'platform-2', seller: '440300', planProduct: 2, degree: 'LOW', word: '电饭锅', platform: '海淘' },
} as const;
const order = ['one', 'other', 'one'] as const;

/** Three times the same, one after the other, so that events are told in this order. */
async function three(make: (kind: (typeof order)[number], index: number) => Promise<string>): Promise<Three> {
  const [first, second, third] = [await make(order[0], 0), await make(order[1], 1), await make(order[2], 2)];
  return [first, second, third];
}

beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  after = await hub.cursorOfNow();
  await recordedScope(hub, 'lab-1', [leak, mark]);
  ids.records = await three((kind) =>
    takenInRecord(hub, { productCategories: [kinds[kind].word], hazardDegree: kinds[kind].degree, scope: { platforms: [kinds[kind].platform] } }),
  );
  ids.reports = await three(async (kind, index) => {
    const assessment = await actOn(hub, analyst, 'assessRiskInformation', assessmentItem(ids.records[index] ?? '', { hazardDegree: kinds[kind].degree }));
    const report = { assessmentIds: [assessment.id], title: '报告', summary: '概要', recommendation: '建议', submitToId: 'regulator-province' };
    return (await actOn(hub, analyst, 'escalateAssessment', report)).id;
  });
  const orders = { one: '', other: '' };
  for (const kind of ['one', 'other'] as const) {
    const { platformId, planProduct } = kinds[kind];
    plans[kind] = await issuedPlan(hub, { platformIds: [platformId] });
    const workPlanId = await startedWorkPlanOf(hub, plans[kind], { platformIds: [platformId] });
    orders[kind] = await orderedSampling(hub, workPlanId, { planProduct, platformId });
  }
  ids.samples = await three(async (kind) => {
    const item = purchaseItem(orders[kind], { sellerRegionCode: kinds[kind].seller });
    const { sample } = (await actOn(hub, sampler, 'recordPurchase', item, 'sample { id }')) as unknown as { sample: { id: string } };
    await upTo(hub, [sample.id]);
    return sample.id;
  });
  ids.commissions = await three(async (_kind, index) => (await commissioned(hub, 'lab-1', [ids.samples[index] ?? ''])).id);
  ids.data = await three(async (_kind, index) => {
    const [sampleId = '', commissionId = ''] = [ids.samples[index], ids.commissions[index]];
    await tell(hub, 'labs', 'CommissionAnswered', commissionId, { commissionId, labId: 'lab-1', answer: 'ACCEPTED', promisedAt: '2099-01-01T00:00:00.000Z', reason: null });
    const [dispatched] = onSamples([sampleId], parcel);
    await actOn(hub, { identity: 'center', role: 'STOREKEEPER' }, 'dispatchSample', dispatched ?? {});
    await reported(hub, 'lab-1', commissionId, sampleId);
    const { id } = await actOn(hub, analyst, 'compileMonitoringData', { sampleId });
    return (await actOn(hub, analyst, 'feedBackMonitoringData', { monitoringDataId: id })).id;
  });
}, 120_000);
afterAll(() => hub.close());

describe('who subscribes or lists by a filter gets what it names, and nothing of the rest (5.4)', () => {
  const of = <Value>(pick: (kind: (typeof kinds)['one' | 'other']) => Value) => [pick(kinds.one), pick(kinds.other)] as const;

  it('of risk information: category, platform, hazard degree', async () => {
    const filters = { productCategory: of((kind) => kind.word), platform: of((kind) => kind.platform), hazardDegree: of(({ degree }) => [degree]) };
    const subject = { list: 'riskInformationList', subscription: 'riskInformationTakenIn', rows: ids.records, filters };
    expect(await checkSubjectFilters(hub, { sdl, asker: 'lab-1', after, ...subject })).toEqual([]);
  });

  it('of reports submitted: category, platform and hazard degree of what they rest on', async () => {
    const filters = { productCategory: of((kind) => kind.word), platform: of((kind) => kind.platform), hazardDegree: of(({ degree }) => [degree]) };
    const subject = { list: 'assessmentReports', subscription: 'assessmentReportSubmitted', rows: ids.reports, filters };
    for (const asker of [analyst, 'regulator-province']) expect(await checkSubjectFilters(hub, { sdl, asker, after, ...subject })).toEqual([]);
  });

  const ofPlan = () => ({
    planId: [plans.one, plans.other] as const,
    productCategory: of(({ category }) => category),
    platformId: of(({ platformId }) => platformId),
  });
  const ofSeller = { sellerRegionCode: of(({ seller }) => seller) };

  it('of samples: plan, category, platform, seller’s region', async () => {
    const subject = { list: 'samples', subscription: 'sampleMoved', rows: ids.samples };
    // Each moves many times: that only it is told of is told by the first that comes.
    for (const filters of [{ ...ofPlan(), ...ofSeller }, { sellerRegionCode: ['330000', '4403'] as const }]) {
      const mismatches = await checkSubjectFilters(hub, { sdl, asker: analyst, after: await lastMoves(), ...subject, filters });
      expect(mismatches).toEqual([]);
    }
  });

  it('of commissions: plan, category, platform, seller’s region, and none of these to the lab', async () => {
    const subject = { list: 'inspectionCommissions', subscription: 'inspectionCommissioned', rows: ids.commissions };
    const filters = { ...ofPlan(), ...ofSeller };
    const closedTo = { asker: { identity: 'lab-1', role: 'TECHNICIAN' }, filters: Object.keys(filters) };
    expect(await checkSubjectFilters(hub, { sdl, asker: 'regulator-province', after, ...subject, filters, closedTo })).toEqual([]);
    expect(await checkSubjectFilters(hub, { sdl, asker: analyst, after, ...subject, filters: { sellerRegionCode: ['330000', '44'] } })).toEqual([]);
  });

  it('of monitoring data: plan, category, platform, seller’s region, and nothing of the plan to the platform', async () => {
    const subject = { list: 'monitoringDataList', subscription: 'monitoringDataFedBack', rows: ids.data };
    const closedTo = { asker: 'platform-1', filters: ['planId', 'productCategory'] };
    expect(await checkSubjectFilters(hub, { sdl, asker: 'regulator-province', after, ...subject, filters: { ...ofPlan(), ...ofSeller }, closedTo })).toEqual([]);
    expect(await checkSubjectFilters(hub, { sdl, asker: analyst, after, ...subject, filters: { sellerRegionCode: ['3301', '440000'] } })).toEqual([]);
  });

  it('of records and reports: the region of the centre', async () => {
    const payload = { ...demoParticipants.find(({ id }) => id === 'center'), id: 'another-center', uscc: '12440300MB1A00044X', regionCode: '440300', state: 'ACTIVE', users: [] };
    hub.others.say({ kind: 'ParticipantChanged', subjectType: 'Participant', subjectId: 'another-center', payload });
    await eventually(() => hub.database.$queryRaw<unknown[]>`SELECT 1 FROM kernel.participant WHERE id = 'another-center'`, ({ length }) => length === 1);
    // Only one centre acts in the tests: the other's rows are made of its own.
    await hub.database.riskInformation.update({ where: { id: ids.records[1] }, data: { holder: 'another-center' } });
    await hub.database.assessmentReport.update({ where: { id: ids.reports[1] }, data: { holder: 'another-center' } });
    const filters = { centerRegionCode: ['330100', '440000'] as const };
    const asker = 'regulator-province';
    const subjects = [
      { list: 'riskInformationList', subscription: 'riskInformationTakenIn', rows: ids.records, closedTo: { asker: 'lab-1', filters: ['centerRegionCode'] } },
      { list: 'assessmentReports', subscription: 'assessmentReportSubmitted', rows: ids.reports },
    ];
    for (const subject of subjects) expect(await checkSubjectFilters(hub, { sdl, asker, after, ...subject, filters })).toEqual([]);
  });

  /** Where of each sample only its last step is to come: its feedback, which came in the order of the three. */
  async function lastMoves(): Promise<string> {
    const held = await hub.subscribe<{ sampleMoved: { sample: { id: string } } }>(analyst, 'subscription ($after: String) { sampleMoved(after: $after) { sample { id } } }', { after });
    const [last] = await hub.database.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM kernel.event WHERE kind IN ('SampleMoved', 'SampleDispatched', 'InspectionReportReceived')`;
    const told = await held.until(last?.count ?? 0);
    await held.leave();
    const firstOfOne = told.findLastIndex(({ data }) => data.sampleMoved.sample.id === ids.samples[0]);
    return told[firstOfOne - 1]?.extensions.cursor ?? after;
  }
});

it('keeps what a report rests on once, whatever the number of its records', async () => {
  const records = await Promise.all(['云集市', '云集市', '海淘'].map((platform) => takenInRecord(hub, { scope: { platforms: [platform] }, sourceRecord: { source: 'TEST', key: randomUUID(), content: 'x' } })));
  const assessmentIds: string[] = [];
  for (const id of records) assessmentIds.push((await actOn(hub, analyst, 'assessRiskInformation', assessmentItem(id))).id);
  const { id } = await actOn(hub, analyst, 'escalateAssessment', { assessmentIds, title: '报告', summary: '概要', recommendation: '建议', submitToId: 'regulator-province' });
  expect(await hub.database.assessmentReport.findUnique({ where: { id } })).toMatchObject({ platforms: ['云集市', '海淘'], hazardDegrees: ['HIGH'], productCategories: [] });
});

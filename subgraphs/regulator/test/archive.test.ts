import { randomUUID } from 'node:crypto';
import { archiveUnderTest, daysAtHand } from '@hub/kernel/testing/archive-under-test.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archivedTables } from '../src/repository/archived-tables.js';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { noteClosedCycles } from '../src/repository/note-closed-cycles.js';
import { regulatorService } from '../src/service.js';
import { fedBack } from './acts.js';
import { afterResult, ago, slip } from './after-result.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
let reportId: string;
beforeAll(async () => {
  // Cycles are moved when a test says so.
  hub = await subgraphUnderTest(regulatorService, { variables: { ARCHIVE_SWEEP_SECONDS: '86400' } });
  reportId = randomUUID();
  hub.others.say({ kind: 'AssessmentReportSubmitted', subjectType: 'AssessmentReport', subjectId: reportId, payload: { id: reportId, number: 'PG-2026-000001', title: '电热水壶', centerId: 'center', submittedToId: 'regulator-province' } });
  await eventually(() => hub.database.receivedAssessmentReport.findUnique({ where: { id: reportId } }), (row) => row !== null);
  await done('decideAssessmentReport', { reportId, outcome: 'ACCEPTED' }, 'id');
});
afterAll(() => hub.close());

const { done, issued, timeOver, confirm, object, served, objectionTo } = afterResult(() => hub);
const limit = daysAtHand;
const dueAt = '2099-01-01T00:00:00+08:00';
const ofPlan = 'plan_id = $1';
const ofCase = 'IN (SELECT handling_id FROM received_monitoring_data WHERE plan_id = $1)';
const { note, eachMove, sweep, rowsOf, mismatches } = archiveUnderTest(() => hub, {
  owner: 'regulator',
  note: noteClosedCycles,
  tables: archivedTables,
  ofCycle: { received_monitoring_data: ofPlan, hazard_handling: `id ${ofCase}`, hazard_direction: `handling_id ${ofCase}`, case_referral: `handling_id ${ofCase}`, retest: ofPlan, objection: ofPlan, result_notice: ofPlan },
});
const counts = (change: Record<string, number> = {}) => ({ received_monitoring_data: 0, hazard_handling: 0, hazard_direction: 0, case_referral: 0, retest: 0, objection: 0, result_notice: 0, ...change });
const none = counts();
const whole = counts({ received_monitoring_data: 2, hazard_handling: 1, hazard_direction: 1, case_referral: 1, retest: 1, objection: 1, result_notice: 2 });
const isAtHand = async (planId: string) => (await rowsOf(planId)).archived['received_monitoring_data'] === 0;

/** A plan in force. */
async function issuedPlan(): Promise<string> {
  const testItems = [{ code: 'LEAK', name: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', clause: '13' }];
  const products = [{ categoryCode: '0706', name: '电热水壶', batches: 30, testItems }];
  const { id: planId } = await done('draftMonitoringPlan', { title: '电热水壶', nature: 'RISK_MONITORING', reportIds: [reportId], centerId: 'center', platformIds: ['platform-1'], deadline: dueAt, products }, 'id');
  await done('issueMonitoringPlan', { planId }, 'id');
  return planId;
}
const complete = (planId: string) => done('completeMonitoringPlan', { planId }, 'id');
const conforming = { conclusion: 'CONFORMING', failedItems: [] };

/** A plan of which one result came that conforms, and nothing is owed. */
async function filed(): Promise<{ readonly planId: string; readonly data: string }> {
  const planId = await issuedPlan();
  return { planId, data: await fedBack(hub, { planId, ...conforming }) };
}
/** A notice of a result that its seller has confirmed. */
async function servedNotice(data: string): Promise<string> {
  const noticeId = await issued(data, 'SELLER');
  confirm(noticeId, 'merchant-1');
  await served(noticeId);
  return noticeId;
}
/** Seller and producer are told of a result that does not conform, and the time to object is over. */
async function told(data: string): Promise<void> {
  await timeOver(await servedNotice(data));
  const noticeId = await issued(data, 'PRODUCER');
  await done('recordNoticeService', { noticeId, method: 'DIRECT', servedAt: ago(0), evidence: [slip] }, 'id');
  await timeOver(noticeId);
}
const openedOn = async (...monitoringDataIds: string[]) => (await done('openHazardHandling', { monitoringDataIds, summary: '泄漏电流不合格' }, 'id')).id;
const closeCase = (handlingId: string) => done('closeHazardHandling', { handlingId, result: '已下架' }, 'id');

/** An objection upon which a retest is under way. */
async function underRetest(data: string): Promise<{ readonly objectionId: string; readonly retestId: string }> {
  const noticeId = await servedNotice(data);
  object(noticeId, 'merchant-1');
  const { id: objectionId = '' } = (await objectionTo(noticeId)) ?? {};
  const { id: retestId } = await done('orderRetest', { objectionId, reason: '对结论有异议', dueAt }, 'id');
  await timeOver(noticeId);
  return { objectionId, retestId };
}
async function withoutRetest({ objectionId, retestId }: { readonly objectionId: string; readonly retestId: string }): Promise<void> {
  hub.others.say({ kind: 'RetestImpossible', subjectType: 'Sample', subjectId: 'sample', payload: { retestId, reason: '未留存备样' } });
  await eventually(() => hub.database.objection.findUniqueOrThrow({ where: { id: objectionId } }), ({ state }) => state === 'RAISED');
  await done('decideObjection', { objectionId, outcome: 'REJECTED', reason: '方法符合标准' }, 'id');
}

/** A plan that is through, of which one result conformed and the other was told, objected to and handled. */
async function closed(): Promise<{ readonly planId: string; readonly data: string; readonly handlingId: string }> {
  const { planId } = await filed();
  const data = await fedBack(hub, { planId });
  await withoutRetest(await underRetest(data));
  const noticeId = await issued(data, 'PRODUCER');
  await done('recordNoticeService', { noticeId, method: 'DIRECT', servedAt: ago(0), evidence: [slip] }, 'id');
  await timeOver(noticeId);
  const handlingId = await openedOn(data);
  const { id: directionId } = await done('directPlatform', { handlingId, platformId: 'platform-1', kind: 'DELIST', instruction: '下架', dueAt }, 'id');
  await done('withdrawDirection', { directionId, reason: '对象有误' }, 'id');
  const { id: referralId } = await done('referCase', { handlingId, recipient: { participantId: 'regulator-city' }, reason: '涉嫌违法' }, 'id');
  await done('withdrawCaseReferral', { referralId, reason: '无管辖权' }, 'id');
  await closeCase(handlingId);
  await complete(planId);
  return { planId, data, handlingId };
}

describe('a closed cycle (归档, 5.4.4)', () => {
  it('stays at hand for the time that is set, and then moves into the archive with all that came of the plan', async () => {
    const { planId } = await closed();
    await sweep();
    await sweep(limit - 1);
    expect(await rowsOf(planId)).toEqual({ atHand: whole, archived: none });
    await sweep(limit + 1);
    expect(await rowsOf(planId)).toEqual({ atHand: none, archived: whole });
  });

  it('is none while its plan goes on, a notice is to be served, the time to object runs, or a retest is under way', async () => {
    const [issuedOnly, unserved, objectable, retested] = [await filed(), await filed(), await filed(), await filed()];
    for (const { planId } of [unserved, objectable, retested]) await complete(planId);
    const noticeId = await issued(unserved.data, 'SELLER');
    const objectableId = await servedNotice(objectable.data);
    await hub.database.resultNotice.update({ where: { id: objectableId }, data: { objectBy: new Date(Date.now() + 10 * limit * 86_400_000) } });
    const retest = await underRetest(retested.data);
    await sweep();
    await sweep(limit + 1);
    const all = [issuedOnly, unserved, objectable, retested];
    for (const { planId } of all) expect(await isAtHand(planId)).toBe(true);

    await complete(issuedOnly.planId);
    confirm(noticeId, 'merchant-1');
    await served(noticeId);
    for (const id of [noticeId, objectableId]) await timeOver(id);
    await withoutRetest(retest);
    await sweep();
    await sweep(limit + 1);
    for (const { planId } of all) expect((await rowsOf(planId)).atHand).toEqual(none);
  });

  it('is none while a case is open on data of several plans, and the case goes with the last of them', async () => {
    const plans = [await issuedPlan(), await issuedPlan()] as const;
    const data = [await fedBack(hub, { planId: plans[0] }), await fedBack(hub, { planId: plans[1] })] as const;
    for (const id of data) await told(id);
    await complete(plans[0]);
    const handlingId = await openedOn(...data);
    await sweep();
    await sweep(limit + 1);
    expect(await isAtHand(plans[0])).toBe(true);

    await closeCase(handlingId);
    await sweep();
    await sweep(limit + 1);
    expect((await rowsOf(plans[0])).archived).toEqual(counts({ received_monitoring_data: 1, result_notice: 2 }));
    await complete(plans[1]);
    await sweep();
    await sweep(limit + 1);
    for (const planId of plans) expect(await rowsOf(planId)).toEqual({ atHand: none, archived: counts({ received_monitoring_data: 1, hazard_handling: 1, result_notice: 2 }) });
  });
});

describe('what is in the archive', () => {
  it('is read by id and by cursor as before, after each part of the move', async () => {
    const { planId, data, handlingId } = await closed();
    const read = async (after: string | null) => {
      const query = `query ($after: String) {
        hazardHandling(id: "${handlingId}") { id state result monitoringData { id state } directions { id state } referrals { id state } }
        received: receivedMonitoringDataList(first: 1, after: $after) { totalCount nodes { id state handling { id } } pageInfo { endCursor hasNextPage } }
        notices: resultNotices(first: 50) { totalCount nodes { id number state objection { number state retest { number state } } } }
        _entities(representations: [{ __typename: "MonitoringData", id: "${data}" }]) { ... on MonitoringData { hazardHandling { id } resultNotices { id } } }
      }`;
      const answer = await hub.ask<{ received: { pageInfo: { endCursor: string } } }>('regulator-province', query, { after });
      expect(answer.errors).toBeUndefined();
      return answer.data;
    };
    const first = await read(null);
    const { endCursor } = first.received.pageInfo;
    const next = await read(endCursor);
    const parts = await eachMove(limit + 1, async () => {
      expect(await read(null)).toEqual(first);
      expect(await read(endCursor)).toEqual(next);
    });
    expect(parts).toBe(archivedTables.length);
    expect(await rowsOf(planId)).toEqual({ atHand: none, archived: whole });
  });

  it('gives its place to a new version, whose notices end those of before, and which follows', async () => {
    const { planId, data } = await closed();
    await sweep();
    await sweep(limit + 1);
    const next = await fedBack(hub, { planId, document: data, version: 2, supersedesId: data, ...conforming });
    expect(await hub.database.receivedMonitoringData.findUniqueOrThrow({ where: { id: data } })).toMatchObject({ state: 'SUPERSEDED', supersededById: next });
    expect(await hub.database.resultNotice.count({ where: { monitoringDataId: data, state: 'SUPERSEDED' } })).toBe(2);
    expect((await rowsOf(planId)).atHand).toEqual(counts({ received_monitoring_data: 1 }));
    // Who had been told of the version before is owed a notice of this one.
    await sweep(limit + 2);
    await sweep(2 * limit + 3);
    expect((await rowsOf(planId)).atHand).toEqual(counts({ received_monitoring_data: 1 }));
    await told(next);
    await sweep(2 * limit + 4);
    await sweep(3 * limit + 5);
    expect(await rowsOf(planId)).toEqual({ atHand: none, archived: { ...whole, received_monitoring_data: 3, result_notice: 4 } });
  });

  it('is found by the indexes that the tables at hand have, and its keys do not come again', async () => {
    expect(await mismatches()).toEqual([]);
    const { planId, data } = await filed();
    await withoutRetest(await underRetest(data));
    await complete(planId);
    await sweep();
    await sweep(limit + 1);
    const { id: _id, ...row } = await hub.database.retest.findFirstOrThrow({ where: { planId } });
    const retest = (number: string, state: string) =>
      hub.database.retest.create({ data: { ...row, number, state, reached: [state] } as unknown as Parameters<typeof hub.database.retest.create>[0]['data'] });
    hub.rowsAreWrittenByHand();
    await expect(retest(row.number, 'ORDERED')).rejects.toMatchObject({ code: 'P2002' });
    // One of a result that was not impossible: of a partial index, as the index has it.
    await hub.database.retest.updateMany({ where: { planId }, data: { state: 'CONCLUDED' } });
    await expect(retest('FJ-1', 'ORDERED')).rejects.toMatchObject({ code: 'P2002' });
    await retest('FJ-2', 'IMPOSSIBLE');
  });
});

it('the regulators move what is closed for long enough by themselves, as their settings say', async () => {
  const { planId } = await filed();
  await complete(planId);
  await note(-2);
  await hub.restart({ CYCLES_AT_HAND: 'P1D', ARCHIVE_SWEEP_SECONDS: '1' });
  await eventually(() => isAtHand(planId), (isStill) => !isStill);
  await hub.restart();
});

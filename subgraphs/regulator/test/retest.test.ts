import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { dutiesOn, fedBack, told } from './acts.js';
import { afterResult, ago, slip } from './after-result.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const { done, refusalOf, issued, issuedDaysAgo, confirm, object, served, objectionTo, noticeOf } = afterResult(() => hub);
const dueAt = '2099-01-01T00:00:00+08:00';

/** A result that its seller has objected to. */
async function objected(changes: object = {}): Promise<{ data: string; noticeId: string; objectionId: string }> {
  const data = await fedBack(hub);
  const noticeId = await issued(data, 'SELLER');
  confirm(noticeId, 'merchant-1');
  await served(noticeId);
  object(noticeId, 'merchant-1', changes);
  return { data, noticeId, objectionId: (await objectionTo(noticeId))?.id ?? '' };
}
const objection = (id: string) => hub.database.objection.findUniqueOrThrow({ where: { id } });

describe('a retest (复检, after 5.4.1)', () => {
  it('is ordered upon an objection, which waits for it; the centre is told of it, and its conclusion supersedes', async () => {
    const { data, noticeId, objectionId } = await objected();
    expect(await refusalOf('orderRetest', { objectionId, reason: '对结论有异议', dueAt: '2020-01-01T00:00:00Z' })).toMatchObject({ code: 'TIME_IN_PAST', field: 'dueAt' });
    const { id: retestId } = await done('orderRetest', { objectionId, reason: '对结论有异议', dueAt }, 'id state objection { state decideBy }');
    expect(await told(hub, retestId, 'monitoring-center')).toEqual([
      ['RetestOrdered', { id: retestId, regulatorId: 'regulator-province', monitoringDataId: data, dueAt: new Date(dueAt).toISOString() }],
    ]);
    expect(await dutiesOn(hub, objectionId)).toEqual({ DecideObjection: 'DROPPED' });
    expect(await refusalOf('decideObjection', { objectionId, outcome: 'REJECTED', reason: '不必复检' })).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'UNDER_RETEST' });

    const next = await fedBack(hub, { document: data, version: 2, supersedesId: data, conclusion: 'CONFORMING', failedItems: [], retestId });
    await eventually(() => objection(objectionId), ({ state }) => state === 'RAISED');
    expect(await hub.database.retest.findUniqueOrThrow({ where: { id: retestId } })).toMatchObject({ state: 'CONCLUDED', conclusion: 'CONFORMING', newMonitoringDataId: next });
    expect(await noticeOf(noticeId)).toMatchObject({ state: 'SUPERSEDED' });
    expect(await dutiesOn(hub, next)).toEqual({ IssueResultNotice: 'OPEN' });
    const decided = await done('decideObjection', { objectionId, outcome: 'UPHELD', reason: '复检结论为符合' }, 'state retest { id conclusion newMonitoringData { id } }');
    expect(decided).toEqual({ state: 'UPHELD', retest: { id: retestId, conclusion: 'CONFORMING', newMonitoringData: { id: next } } });
    expect(await told(hub, objectionId, 'monitoring-center')).toEqual([['ObjectionDecided', { regulatorId: 'regulator-province', monitoringDataId: data, ground: 'RESULT', reason: '复检结论为符合' }]]);
  });

  it('that cannot be carried out leaves the objection to be decided without it, and another may be ordered; a second of one result is refused', async () => {
    const { objectionId } = await objected();
    const { id: retestId } = await done('orderRetest', { objectionId, reason: '对结论有异议', dueAt });
    hub.others.say({ kind: 'RetestImpossible', subjectType: 'Sample', subjectId: 'sample', payload: { retestId, reason: '未留存备样' } });
    await eventually(() => objection(objectionId), ({ state }) => state === 'RAISED');
    expect(await hub.database.retest.findUniqueOrThrow({ where: { id: retestId } })).toMatchObject({ state: 'IMPOSSIBLE', impossibleReason: '未留存备样' });
    expect(Object.keys(await dutiesOn(hub, objectionId))).toEqual(['DecideObjection']);

    const { data, objectionId: other } = await objected();
    const { id } = await done('orderRetest', { objectionId: other, reason: '对结论有异议', dueAt });
    await fedBack(hub, { document: data, version: 2, supersedesId: data, retestId: id });
    await eventually(() => objection(other), ({ state }) => state === 'RAISED');
    expect(await refusalOf('orderRetest', { objectionId: other, reason: '再次复检', dueAt })).toMatchObject({ code: 'RETEST_ORDERED' });
  });

  it('is one of a result, also where two officers order one at once upon two objections to it', async () => {
    const { data, objectionId } = await objected();
    const producer = await issued(data, 'PRODUCER');
    await issuedDaysAgo(producer, 1);
    await done('recordNoticeService', { noticeId: producer, method: 'DIRECT', servedAt: ago(0.5), evidence: [slip] });
    const other = (await done('recordObjection', { noticeId: producer, ground: 'RESULT', statement: '检验方法不适用', raisedAt: ago(0) })).id;
    const refusals = await Promise.all([objectionId, other].map((id) => refusalOf('orderRetest', { objectionId: id, reason: '对结论有异议', dueAt })));
    expect(refusals.filter((refusal) => refusal !== null)).toMatchObject([{ code: 'RETEST_ORDERED' }]);
    const retest = await hub.database.retest.findFirstOrThrow({ where: { document: data } });
    await expect(hub.database.retest.create({ data: { ...retest, ordered: {}, id: 'second', number: 'FJ-second' } })).rejects.toThrow(/retest_of_result_key|document/);
  });

  it('is seen by regulator and centre alone; its objector sees that its objection is under retest', async () => {
    const { objectionId } = await objected();
    const { id } = await done('orderRetest', { objectionId, reason: '对结论有异议', dueAt });
    const read = `{ objection(id: "${objectionId}") { state retest { id } } }`;
    expect((await hub.ask('center', read)).data).toEqual({ objection: { state: 'UNDER_RETEST', retest: { id } } });
    expect((await hub.ask('merchant-1', read)).data).toEqual({ objection: { state: 'UNDER_RETEST', retest: null } });
  });
});

import { randomUUID } from 'node:crypto';
import { archiveUnderTest, daysAtHand } from '@hub/kernel/testing/archive-under-test.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archivedTables } from '../src/repository/archived-tables.js';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { noteClosedCycles } from '../src/repository/note-closed-cycles.js';
import { platformsService } from '../src/service.js';
import { deskOf, fedBack } from './desk.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  // Data are moved when a test says so.
  hub = await subgraphUnderTest(platformsService, { variables: { ARCHIVE_SWEEP_SECONDS: '86400' } });
});
afterAll(() => hub.close());

const { act, received, acknowledged, dutiesOn } = deskOf(() => hub);
const limit = daysAtHand;
const ofData = 'monitoring_data_id = $1';
const { note, eachMove, sweep, rowsOf, mismatches } = archiveUnderTest(() => hub, {
  owner: 'platforms',
  note: noteClosedCycles,
  tables: archivedTables,
  ofCycle: { self_inspection: ofData, received_result_notice: ofData, direction_fulfilment: '$1 = ANY (monitoring_data_ids)', platform_handling: 'id = $1', monitoring_data_acknowledgement: 'id = $1' },
});
const counts = (change: Record<string, number> = {}) => ({ self_inspection: 0, received_result_notice: 0, direction_fulfilment: 0, platform_handling: 0, monitoring_data_acknowledgement: 0, ...change });
const none = counts();
const whole = counts({ self_inspection: 1, received_result_notice: 1, direction_fulfilment: 1, platform_handling: 1, monitoring_data_acknowledgement: 1 });
const isAtHand = async (id: string) => (await rowsOf(id)).archived['monitoring_data_acknowledgement'] === 0;

async function done(asker: string, name: string, item: object): Promise<string> {
  const { value, refusal } = await act(asker, name, 'id', item);
  expect(refusal).toBeNull();
  return String(value?.['id']);
}
const handled = (monitoringDataId: string) => done('platform-1', 'completePlatformHandling', { monitoringDataId, measures: '商品已下架', result: '已办结' });
const conforming = () => acknowledged('platform-1', { conclusion: 'CONFORMING' });

/** A regulator tells of something. */
async function say(kind: string, id: string, payload: object, until: () => Promise<boolean>): Promise<string> {
  hub.others.say({ kind, subjectType: 'ResultNotice', subjectId: id, payload: { id, ...payload } });
  await eventually(until, (heard) => heard);
  return id;
}
const noticeIs = (id: string, state: string) => async () => (await hub.database.receivedResultNotice.findUnique({ where: { id } }))?.state === state;
const directionIs = (id: string, state: string) => async () => (await hub.database.directionFulfilment.findUnique({ where: { id } }))?.state === state;
const noticed = (monitoringDataId: string, id: string = randomUUID()) =>
  say('ResultNoticeIssued', id, { number: `GZ-${id}`, regulatorId: 'regulator-province', capacity: 'SELLER', addresseeId: 'merchant-1', monitoringDataId, productName: '电热水壶', text: '不合格' }, noticeIs(id, 'RECEIVED'));
/** The regulator counts until when may be objected. */
const objectableUntil = (id: string, objectBy: Date) =>
  say('ResultNoticeServed', id, { method: 'ELECTRONIC', servedAt: new Date().toISOString(), objectBy: objectBy.toISOString() }, async () => (await hub.database.receivedResultNotice.findUniqueOrThrow({ where: { id } })).objectBy?.getTime() === objectBy.getTime());
const directed = (monitoringDataIds: readonly string[], id: string = randomUUID()) =>
  say('DirectionIssued', id, { number: `CZ-${id}`, regulatorId: 'regulator-province', kind: 'DELIST', addresseeKind: 'PLATFORM', addresseeId: 'platform-1', enterprise: null, monitoringDataIds, instruction: '下架', dueAt: '2099-01-02T08:00:00.000Z' }, directionIs(id, 'RECEIVED'));
const reported = (directionId: string) => done('platform-1', 'reportDirection', { directionId, action: '已下架', unitsAffected: 1, unitsRecovered: 0, final: true });
const directionEnded = (id: string) => say('DirectionEnded', id, { outcome: 'ENDED', reason: null, dueAt: '2099-02-01T08:00:00.000Z' }, directionIs(id, 'ENDED'));

/** Data that fail, of which all is done: handled, directed, the seller told, and what it found when it checked itself. */
async function closed(): Promise<string> {
  const id = await acknowledged();
  await handled(id);
  await done('merchant-1', 'fileSelfInspection', { monitoringDataId: id, findings: '绝缘不良', cause: '更换内胆', unitsInStock: 1, unitsSold: 1 });
  const noticeId = await noticed(id);
  await done('merchant-1', 'confirmResultNotice', { noticeId });
  const directionId = await directed([id]);
  await reported(directionId);
  await directionEnded(directionId);
  return id;
}

describe('monitoring data at a desk that are done with (归档, 5.4.4)', () => {
  it('stay at hand for the time that is set, and then move into the archive with all that was done upon them', async () => {
    const id = await closed();
    await sweep();
    await sweep(limit - 1);
    expect(await rowsOf(id)).toEqual({ atHand: whole, archived: none });
    await sweep(limit + 1);
    expect(await rowsOf(id)).toEqual({ atHand: none, archived: whole });
  });

  it('are none while they are to be acknowledged or handled, or a notice of them is to be confirmed, objected to or decided', async () => {
    const [arrived, failing, unconfirmed, objectable, objected] = [await received('platform-1', { conclusion: 'CONFORMING' }), await acknowledged(), await conforming(), await conforming(), await conforming()];
    const noticeIds = [await noticed(unconfirmed), await noticed(objectable), await noticed(objected)] as const;
    for (const noticeId of noticeIds.slice(1)) await done('merchant-1', 'confirmResultNotice', { noticeId });
    await objectableUntil(noticeIds[1], new Date(Date.now() + 2 * limit * 86_400_000));
    await done('merchant-1', 'objectToResult', { noticeId: noticeIds[2], ground: 'RESULT', statement: '检验方法不适用' });
    await sweep();
    await sweep(limit + 1);
    const all = [arrived, failing, unconfirmed, objectable, objected];
    for (const id of all) expect(await isAtHand(id)).toBe(true);

    await done('platform-1', 'acknowledgeMonitoringData', { monitoringDataId: arrived });
    await handled(failing);
    await done('merchant-1', 'confirmResultNotice', { noticeId: noticeIds[0] });
    await say('ObjectionDecided', noticeIds[2], { noticeId: noticeIds[2], outcome: 'REJECTED', reason: '方法符合标准', decidedAt: '2026-04-01T00:00:00.000Z' }, noticeIs(noticeIds[2], 'DECIDED'));
    // When the time to object to the one is over, too.
    await sweep(2 * limit + 1);
    await sweep(3 * limit + 2);
    for (const id of all) expect(await isAtHand(id)).toBe(false);
  });

  it('are none while a direction upon them has not ended, which goes with the last that it is about', async () => {
    const [one, other] = [await conforming(), await acknowledged()];
    const directionId = await directed([one, other]);
    await reported(directionId);
    await sweep();
    await sweep(limit + 1);
    expect(await isAtHand(one)).toBe(true);

    await directionEnded(directionId);
    await sweep();
    await sweep(limit + 1);
    expect(await rowsOf(one)).toEqual({ atHand: counts({ direction_fulfilment: 1 }), archived: counts({ monitoring_data_acknowledgement: 1 }) });
    await handled(other);
    await sweep();
    await sweep(limit + 1);
    expect((await rowsOf(other)).atHand).toEqual(none);
    expect((await rowsOf(one)).atHand).toEqual(none);
  });
});

describe('what is in the archive', () => {
  it('is read by id and by cursor as before, after each part of the move', async () => {
    const id = await closed();
    const read = async (after: string | null) => {
      const query = `query ($id: ID!, $after: String) {
        platformHandling(id: $id) { id state result }
        monitoringDataAcknowledgements(first: 1, after: $after) { totalCount nodes { id state } pageInfo { endCursor hasNextPage } }
        directionFulfilments(first: 50) { totalCount nodes { id state } }
        selfInspections(first: 50) { totalCount nodes { id state } }
        _entities(representations: [{ __typename: "MonitoringData", id: $id }]) { ... on MonitoringData { acknowledgement { id state } handling { id } selfInspections { id } } }
      }`;
      const answer = await hub.ask<{ monitoringDataAcknowledgements: { pageInfo: { endCursor: string } } }>('platform-1', query, { id, after });
      expect(answer.errors).toBeUndefined();
      return answer.data;
    };
    const first = await read(null);
    const { endCursor } = first.monitoringDataAcknowledgements.pageInfo;
    const next = await read(endCursor);
    const parts = await eachMove(limit + 1, async () => {
      expect(await read(null)).toEqual(first);
      expect(await read(endCursor)).toEqual(next);
    });
    expect(parts).toBe(archivedTables.length);
    expect(await rowsOf(id)).toEqual({ atHand: none, archived: whole });
  });

  it('stands at the desk once, also where it is fed back again, gives its place to a new version, and is acted on where it lies', async () => {
    const id = await closed();
    await sweep();
    await sweep(limit + 1);
    hub.others.say(fedBack(id));
    const next = await received('platform-1', { document: id, version: 2, supersedesId: id, conclusion: 'CONFORMING' });
    expect(await dutiesOn(id)).toHaveLength(2);
    const states = await hub.database.monitoringDataAcknowledgement.findMany({ where: { id: { in: [id, next] } }, select: { state: true, supersededById: true } });
    expect(states).toEqual(expect.arrayContaining([{ state: 'SUPERSEDED', supersededById: next }, { state: 'RECEIVED', supersededById: null }]));
    const { id: selfInspectionId } = await hub.database.selfInspection.findFirstOrThrow({ where: { monitoringDataId: id } });
    await done('merchant-1', 'fileRectification', { selfInspectionId, measures: '退换全部已售商品' });
    expect(await rowsOf(id)).toEqual({ atHand: none, archived: whole });
  });

  it('is found by the indexes that the tables at hand have, and its keys do not come again', async () => {
    expect(await mismatches()).toEqual([]);
    const id = await conforming();
    await sweep();
    await sweep(limit + 1);
    const row = await hub.database.monitoringDataAcknowledgement.findUniqueOrThrow({ where: { id } });
    const again = row as unknown as Parameters<typeof hub.database.monitoringDataAcknowledgement.create>[0]['data'];
    await expect(hub.database.monitoringDataAcknowledgement.create({ data: again })).rejects.toMatchObject({ code: 'P2002' });
  });
});

it('the platforms move what is done with for long enough by themselves, as their settings say', async () => {
  const id = await conforming();
  await note(-2);
  await hub.restart({ CYCLES_AT_HAND: 'P1D', ARCHIVE_SWEEP_SECONDS: '1' });
  await eventually(() => isAtHand(id), (isStill) => !isStill);
  await hub.restart();
});

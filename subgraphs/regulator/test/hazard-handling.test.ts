import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { begin, named, statusesOf, testFile, upload } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { dutiesOn, fedBack, outcomes, told, type Outcome } from './acts.js';
import { afterResult } from './after-result.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const dueAt = '2099-01-01T00:00:00+08:00';
const desk = (id: string) => hub.database.receivedMonitoringData.findUniqueOrThrow({ where: { id } });
const ofOne = async (act: string, item: object, select = 'id number state revision'): Promise<Outcome> =>
  (await outcomes(hub, act, [item], { select }))[0] as Outcome;
async function done(act: string, item: object, select?: string): Promise<Outcome['value']> {
  const { value, refusal } = await ofOne(act, item, select);
  expect(refusal).toBeNull();
  return value;
}
const refusalOf = async (act: string, item: object) => (await ofOne(act, item)).refusal;
const opened = async (...monitoringDataIds: string[]) =>
  (await done('openHazardHandling', { monitoringDataIds, summary: '电热水壶泄漏电流不合格' })).id;
const report = (directionId: string, changes: object = {}) =>
  hub.others.say({
    kind: 'DirectionReported',
    subjectType: 'DirectionFulfilment',
    subjectId: directionId,
    payload: {
      directionId,
      addresseeId: 'platform-1',
      action: '已下架',
      unitsAffected: 40,
      unitsRecovered: 0,
      final: true,
      reportedAt: '2026-03-02T00:00:00.000Z',
      ...changes,
    },
  });
const inState = (id: string, state: string) =>
  eventually(() => hub.database.hazardDirection.findUniqueOrThrow({ where: { id } }), (row) => row.state === state);

describe('monitoring data at the desk of the issuing regulator (5.4.1, 3.1 d)', () => {
  it('is to be handled where it does not conform, and filed where it does', async () => {
    const bad = await fedBack(hub);
    const good = await fedBack(hub, { conclusion: 'CONFORMING', failedItems: [] });
    expect(await desk(bad)).toMatchObject({ state: 'RECEIVED', failedItems: ['泄漏电流'] });
    expect(await desk(good)).toMatchObject({ state: 'FILED' });
    expect(await dutiesOn(hub, bad)).toEqual({ OpenHazardHandling: 'OPEN', IssueResultNotice: 'OPEN' });
    expect(await dutiesOn(hub, good)).toEqual({});
    const [duty] = await hub.database.$queryRaw<object[]>`SELECT part_of, party_id, concerned FROM kernel.duty WHERE subject_id = ${bad} AND kind = 'OpenHazardHandling'`;
    expect(duty).toEqual({ part_of: 'plan-1', party_id: 'regulator-province', concerned: ['center'] });
  });

  it('gives its place to a new version, which finds a case that is being closed closed: it is to be handled in another', async () => {
    const handled = await fedBack(hub);
    const handlingId = await opened(handled);
    const arriving = await hub.database.$transaction(async (tx) => {
      await tx.hazardHandling.update({ where: { id: handlingId }, data: { state: 'CLOSED', reached: ['OPEN', 'CLOSED'] } });
      const next = fedBack(hub, { document: handled, version: 2, supersedesId: handled });
      await eventually(() => hub.database.$queryRaw<object[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`, (found) => found.length > 0);
      return { next };
    });
    expect(await desk(await arriving.next)).toMatchObject({ state: 'RECEIVED', handlingId: null });
  });

  it('gives its place to a new version, which joins the case that is open on it', async () => {
    const waiting = await fedBack(hub);
    const corrected = await fedBack(hub, { document: waiting, version: 2, supersedesId: waiting, conclusion: 'CONFORMING' });
    expect(await desk(waiting)).toMatchObject({ state: 'SUPERSEDED', supersededById: corrected });
    expect(await desk(corrected)).toMatchObject({ state: 'FILED', handlingId: null });
    expect(await dutiesOn(hub, waiting)).toEqual({ OpenHazardHandling: 'DROPPED', IssueResultNotice: 'DROPPED' });

    const handled = await fedBack(hub);
    const handlingId = await opened(handled);
    const next = await fedBack(hub, { document: handled, version: 2, supersedesId: handled });
    expect(await desk(next)).toMatchObject({ state: 'IN_HANDLING', handlingId });
    expect(await dutiesOn(hub, next)).toEqual({ IssueResultNotice: 'OPEN' });
    const read = await hub.ask('regulator-province', `{ hazardHandling(id: "${handlingId}") { monitoringData { id state supersededBy { id } } } }`);
    expect(read.data).toEqual({
      hazardHandling: {
        monitoringData: expect.arrayContaining([
          { id: handled, state: 'SUPERSEDED', supersededBy: { id: next } },
          { id: next, state: 'IN_HANDLING', supersededBy: null },
        ]),
      },
    });
  });
});

describe('a case on monitoring data (隐患处理, 3.1 d)', () => {
  it('is opened once on each piece, and refuses what is filed, foreign or not there', async () => {
    const id = await fedBack(hub);
    const filed = await fedBack(hub, { conclusion: 'CONFORMING' });
    const foreign = await fedBack(hub, { regulatorId: 'regulator-city' });
    const open = (...monitoringDataIds: string[]) => refusalOf('openHazardHandling', { monitoringDataIds, summary: '案由' });
    expect(await open(id, filed)).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'FILED' });
    expect(await open(id, foreign)).toMatchObject({ code: 'NOT_FOUND', field: 'monitoringDataIds' });
    expect(await open()).toMatchObject({ code: 'VALUE_INVALID', field: 'monitoringDataIds' });
    expect(await desk(id)).toMatchObject({ state: 'RECEIVED' });

    const both = await Promise.all([open(id), open(id)]);
    expect(both.map((refusal) => refusal?.code ?? 'done').sort()).toEqual(['STATE_NOT_POSSIBLE', 'done']);
    expect(await desk(id)).toMatchObject({ state: 'IN_HANDLING' });
    expect(await dutiesOn(hub, id)).toEqual({ OpenHazardHandling: 'DONE', IssueResultNotice: 'OPEN' });
  });

  it('is closed with a result once its directions have ended, and its data are handled', async () => {
    const id = await fedBack(hub);
    const handlingId = await opened(id);
    const direction = await done('directPlatform', { handlingId, platformId: 'platform-1', kind: 'DELIST', instruction: '下架', dueAt });
    const close = { handlingId, result: '已全部下架' };
    expect(await refusalOf('closeHazardHandling', close)).toMatchObject({
      code: 'DIRECTIONS_OPEN',
      message: expect.stringContaining(direction.number),
    });
    expect(await refusalOf('closeHazardHandling', { ...close, result: ' ' })).toMatchObject({ code: 'VALUE_REQUIRED', field: 'result' });
    await done('withdrawDirection', { directionId: direction.id, reason: '对象有误' });
    expect(await done('closeHazardHandling', close)).toMatchObject({ state: 'CLOSED' });
    expect(await desk(id)).toMatchObject({ state: 'HANDLED' });
    expect(await dutiesOn(hub, handlingId)).toEqual({ CloseHazardHandling: 'DONE' });
    const late = await refusalOf('directPlatform', { handlingId, platformId: 'platform-1', kind: 'DELIST', instruction: '下架', dueAt });
    expect(late).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'CLOSED' });
    const next = await fedBack(hub, { document: id, version: 2, supersedesId: id });
    expect(await desk(next)).toMatchObject({ state: 'RECEIVED', handlingId: null });
  });
});

describe('a direction (处置指令, 3.1 d)', () => {
  it('goes to a platform of the case with its own monitoring data alone, and is followed to its end', async () => {
    const [first, second] = [await fedBack(hub), await fedBack(hub, { platformId: 'platform-2' })];
    const handlingId = await opened(first, second);
    const item = { handlingId, platformId: 'platform-1', kind: 'STOP_SALE', instruction: '立即停止销售', dueAt };
    const { id } = await done('directPlatform', item);
    expect(await told(hub, id, 'platforms')).toEqual([
      ['DirectionIssued', expect.objectContaining({ id, kind: 'STOP_SALE', addresseeKind: 'PLATFORM', addresseeId: 'platform-1', monitoringDataIds: [first], enterprise: null })],
    ]);
    expect(await refusalOf('directPlatform', { ...item, platformId: 'platform-9' })).toMatchObject({ code: 'ADDRESSEE_NOT_CONCERNED', field: 'platformId' });
    expect(await refusalOf('directPlatform', { ...item, dueAt: '2020-01-01T00:00:00Z' })).toMatchObject({ code: 'TIME_IN_PAST' });

    const answer = { directionId: id, action: '代录', unitsRecovered: 1 };
    expect(await refusalOf('recordDirectionAnswer', answer)).toMatchObject({ code: 'ADDRESSEE_ANSWERS_ITSELF' });
    report(id, { addresseeId: 'platform-2' });
    report(id, { action: '部分召回', unitsRecovered: 12, final: false });
    report(id, { unitsRecovered: 30, unitsAffected: 45 });
    await inState(id, 'ANSWERED');
    expect(await dutiesOn(hub, id)).toEqual({ EndDirection: 'OPEN' });

    expect(await refusalOf('endDirection', { directionId: id, outcome: 'SENT_BACK' })).toMatchObject({ code: 'VALUE_REQUIRED', field: 'reason' });
    const later = '2099-02-01T00:00:00+08:00';
    await done('endDirection', { directionId: id, outcome: 'SENT_BACK', reason: '仍有在售', dueAt: later });
    expect(await dutiesOn(hub, id)).toEqual({ EndDirection: 'DONE' });
    report(id, { unitsRecovered: 3 });
    await inState(id, 'ANSWERED');
    const ended = await done('endDirection', { directionId: id, outcome: 'ENDED' }, 'state unitsAffected unitsRecovered answers { final onBehalf } handling { unitsRecovered }');
    expect(ended).toMatchObject({ state: 'ENDED', unitsAffected: 40, unitsRecovered: 45, handling: { unitsRecovered: 45 } });
    expect(ended['answers']).toHaveLength(3);
    expect((await told(hub, id, 'platforms')).slice(1)).toEqual([
      ['DirectionEnded', { id, outcome: 'SENT_BACK', reason: '仍有在售', dueAt: new Date(later).toISOString() }],
      ['DirectionEnded', { id, outcome: 'ENDED', reason: null, dueAt: new Date(later).toISOString() }],
    ]);
    report(id, { unitsRecovered: 99 });
    expect(await refusalOf('withdrawDirection', { directionId: id, reason: 'x' })).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'ENDED' });
  });

  it('to a party that has lost its account is answered by the regulator for it; a report that crosses is kept, and one word is owed on both', async () => {
    const handlingId = await opened(await fedBack(hub));
    const { id } = await done('directPlatform', { handlingId, platformId: 'platform-1', kind: 'DELIST', instruction: '下架', dueAt });
    await afterResult(() => hub).withoutAccount('platform-1', async () => {
      expect(await done('recordDirectionAnswer', { directionId: id, action: '来函称已下架', unitsRecovered: 1 }, 'state')).toEqual({ state: 'ANSWERED' });
    });
    report(id, { action: '部分下架', unitsRecovered: 2, final: false });
    report(id, { unitsRecovered: 3 });
    const answered = await eventually(() => hub.database.hazardDirection.findUniqueOrThrow({ where: { id } }), ({ answers }) => (answers as object[]).length === 3);
    expect(answered).toMatchObject({ state: 'ANSWERED', answers: [{ onBehalf: true }, { onBehalf: false, action: '部分下架' }, { onBehalf: false }] });
    const duties = await hub.database.$queryRaw<object[]>`SELECT kind FROM kernel.duty WHERE subject_id = ${id}`;
    expect(duties).toEqual([{ kind: 'EndDirection' }]);
  });

  it('that goes back to a party which has lost its account is owed by the regulator, for it', async () => {
    const handlingId = await opened(await fedBack(hub));
    const { id } = await done('directPlatform', { handlingId, platformId: 'platform-1', kind: 'DELIST', instruction: '下架', dueAt });
    expect(await dutiesOn(hub, id)).toEqual({});
    report(id);
    await inState(id, 'ANSWERED');
    await afterResult(() => hub).withoutAccount('platform-1', async () => {
      await done('endDirection', { directionId: id, outcome: 'SENT_BACK', reason: '仍有在售' });
      expect(await dutiesOn(hub, id)).toEqual({ EndDirection: 'DONE', RecordDirectionAnswer: 'OPEN' });
    });
  });

  it('is there for its addressee, without the case, and for no competitor', async () => {
    const handlingId = await opened(await fedBack(hub), await fedBack(hub, { platformId: 'platform-2' }));
    const { id } = await done('directPlatform', { handlingId, platformId: 'platform-1', kind: 'DELIST', instruction: '下架', dueAt });
    const read = `{ hazardDirection(id: "${id}") { id instruction handling { id } } hazardDirections { nodes { id } totalCount } }`;
    const platform = await hub.ask<{ hazardDirection: object; hazardDirections: { nodes: { id: string }[] } }>('platform-1', read);
    expect(platform.data.hazardDirection).toEqual({ id, instruction: '下架', handling: null });
    expect(platform.data.hazardDirections.nodes.map((node) => node.id)).toContain(id);
    expect(platform.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE', coordinate: 'HazardDirection.handling' } }]);
    expect((await hub.ask('platform-2', read)).data).toEqual({ hazardDirection: null, hazardDirections: { nodes: [], totalCount: 0 } });
    expect((await hub.ask('center', read)).data).toMatchObject({ hazardDirection: { id, handling: { id: handlingId } } });
    expect((await hub.ask('regulator-city', read)).data).toMatchObject({ hazardDirection: null });
  });

  it('goes to a merchant by its code or, where it has none, by its name, and is then answered on its behalf', async () => {
    const [known, nameless] = [await fedBack(hub), await fedBack(hub, { merchantUscc: null, merchantName: '王某' })];
    const handlingId = await opened(known, nameless);
    const item = { handlingId, instruction: '改正', dueAt };
    const withAccount = await done('directMerchant', { ...item, merchantUscc: '91330105MA2D00010K' }, 'id addressee { id } addresseeName');
    expect(withAccount).toMatchObject({ addressee: { id: 'merchant-1' }, addresseeName: '小满日用品商行' });
    expect(await dutiesOn(hub, withAccount.id)).toEqual({});

    const { id } = await done('directMerchant', { ...item, merchantName: '王某' });
    expect(await told(hub, id, 'platforms')).toEqual([]);
    expect(await dutiesOn(hub, id)).toEqual({ RecordDirectionAnswer: 'OPEN' });
    expect(await refusalOf('directMerchant', { ...item, merchantName: '李某' })).toMatchObject({ code: 'ADDRESSEE_NOT_CONCERNED', field: 'merchantName' });
    expect(await refusalOf('directMerchant', item)).toMatchObject({ code: 'VALUE_REQUIRED', field: 'merchantUscc' });

    const file = { hash: `sha-256:${'a'.repeat(64)}`, size: 10, mediaType: 'image/jpeg' };
    const answer = { directionId: id, action: '电话核实，已改正', evidence: [file] };
    expect(await refusalOf('recordDirectionAnswer', { ...answer, unitsRecovered: -1 })).toMatchObject({ code: 'VALUE_INVALID', field: 'unitsRecovered' });
    expect(await refusalOf('recordDirectionAnswer', { ...answer, reportedAt: dueAt })).toMatchObject({ code: 'TIME_IN_FUTURE' });
    expect(await refusalOf('recordDirectionAnswer', { ...answer, reportedAt: '2026-03-01T00:00:00Z' })).toMatchObject({ code: 'TIMES_OUT_OF_ORDER', field: 'reportedAt' });
    const part = { ...answer, unitsAffected: 100, unitsRecovered: 60, final: false };
    expect(await done('recordDirectionAnswer', part, 'state unitsRecovered')).toEqual({ state: 'ISSUED', unitsRecovered: 60 });
    expect(await refusalOf('recordDirectionAnswer', { ...answer, unitsRecovered: 41 })).toMatchObject({ code: 'VALUE_INVALID', field: 'unitsRecovered', message: expect.stringContaining('101') });
    const answered = await done('recordDirectionAnswer', answer, 'state answers { onBehalf evidence { hash } }');
    expect(answered).toMatchObject({ state: 'ANSWERED', answers: [{ onBehalf: true }, { onBehalf: true, evidence: [{ hash: file.hash }] }] });
    expect(await dutiesOn(hub, id)).toEqual({ RecordDirectionAnswer: 'DONE', EndDirection: 'OPEN' });
    await done('withdrawDirection', { directionId: id, reason: '并案' });
    expect(await dutiesOn(hub, id)).toEqual({ RecordDirectionAnswer: 'DONE', EndDirection: 'DROPPED' });
  });

  it('goes to the producer with the monitoring data that name it, by account or by name and code', async () => {
    const uscc = '91440300MA5F7YRE78';
    const [mine, other] = [await fedBack(hub, { producerUscc: uscc }), await fedBack(hub, { producerName: '另一厂' })];
    const handlingId = await opened(mine, other);
    const item = { handlingId, instruction: '召回', dueAt };
    const { id } = await done('directEnterprise', { ...item, enterprise: { name: '晴川电器制造有限公司', uscc } });
    expect(await told(hub, id, 'platforms')).toEqual([
      [
        'DirectionIssued',
        expect.objectContaining({
          kind: 'RECALL',
          addresseeId: null,
          enterprise: { name: '晴川电器制造有限公司', uscc, regionCode: '440300' },
          monitoringDataIds: [mine],
        }),
      ],
    ]);
    expect(await dutiesOn(hub, id)).toEqual({ RecordDirectionAnswer: 'OPEN' });
    const wrong = (enterprise: object, changes: object = {}) => refusalOf('directEnterprise', { ...item, enterprise, ...changes });
    expect(await wrong({ name: '第三厂' })).toMatchObject({ code: 'ADDRESSEE_NOT_CONCERNED', field: 'enterprise' });
    expect(await wrong({ name: '进口商' }, { monitoringDataIds: [randomUUID()] })).toMatchObject({ code: 'ADDRESSEE_NOT_CONCERNED', field: 'monitoringDataIds' });
    expect(await wrong({ name: '晴川', uscc: '91350211M00013FA1N' })).toMatchObject({ code: 'VALUE_INVALID', field: 'enterprise.uscc' });
    expect(await wrong({ participantId: 'platform-1' })).toMatchObject({ code: 'NOT_FOUND', field: 'enterprise.participantId' });

    const account = await done('directEnterprise', { ...item, enterprise: { participantId: 'enterprise-1' }, monitoringDataIds: [mine, other] }, 'id addressee { id } monitoringData { id }');
    expect(account).toMatchObject({ addressee: { id: 'enterprise-1' }, monitoringData: [{ id: mine }, { id: other }].sort((a, b) => (a.id < b.id ? -1 : 1)) });
    report(account.id, { addresseeId: 'enterprise-1', unitsRecovered: 1200 });
    await inState(account.id, 'ANSWERED');
    const read = await hub.ask('enterprise-1', `{ hazardDirection(id: "${account.id}") { kind unitsRecovered } }`);
    expect(read.data).toEqual({ hazardDirection: { kind: 'RECALL', unitsRecovered: 1200 } });
  });
});

describe('a file that an answer names which the regulator records', () => {
  it('is handed in by the regulator, and given to whoever may read the direction: to no platform', async () => {
    const file = testFile('the letter of the merchant');
    expect((await upload(hub, 'regulator-province', file)).status).toBe(204);
    expect(await begin(hub, 'platform-1', file)).toMatchObject({ status: 403, code: 'FILE_UPLOAD_DENIED' });
    const handlingId = await opened(await fedBack(hub, { merchantUscc: null, merchantName: '王某' }));
    const { id } = await done('directMerchant', { handlingId, instruction: '改正', dueAt, merchantName: '王某' });
    await done('recordDirectionAnswer', { directionId: id, action: '电话核实，已改正', evidence: [named(file)] });
    expect(await statusesOf(hub, file.hash, ['regulator-province', 'platform-1', 'lab-1', 'regulator-city'])).toEqual([200, 404, 404, 404]);
  });
});

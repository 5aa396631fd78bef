import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { platformsService } from '../src/service.js';
import { deskOf } from './desk.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
});
afterAll(() => hub.close());

const { act, eventsOf, dutiesOn } = deskOf(() => hub);
const fields = 'id state revision servedAt serviceMethod objectBy objection { ground statement retestRequested evidence { hash } raised { userId } } objectionAnswer { outcome reason } withdrawReason';
const stateOf = async (id: string) => (await hub.database.receivedResultNotice.findUnique({ where: { id } }))?.state;
const inState = (id: string, state: string) => eventually(() => stateOf(id), (now) => now === state);

async function noticed(more: object = {}): Promise<string> {
  const id = randomUUID();
  const payload = { id, number: 'GZ-2026-7K3M9QX2VD', regulatorId: 'regulator-province', capacity: 'SELLER', addresseeId: 'merchant-1', monitoringDataId: 'data-1', productName: '电热水壶', text: '不合格', ...more };
  hub.others.say({ kind: 'ResultNoticeIssued', subjectType: 'ResultNotice', subjectId: id, payload });
  await inState(id, 'RECEIVED');
  return id;
}
const say = (kind: string, id: string, payload: object) => hub.others.say({ kind, subjectType: 'ResultNotice', subjectId: id, payload: { ...payload } });
const read = async (asker: string, id: string) =>
  (await hub.ask<{ receivedResultNotice: object | null }>(asker, `{ receivedResultNotice(id: "${id}") { ${fields} notice { id } } }`)).data.receivedResultNotice;
const confirm = (noticeId: string, asker = 'merchant-1') => act(asker, 'confirmResultNotice', fields, { noticeId });
const object = (noticeId: string, more: object = {}, asker = 'merchant-1') =>
  act(asker, 'objectToResult', fields, { noticeId, ground: 'RESULT', statement: '检验方法不适用', retestRequested: true, ...more });

describe('a result notice at its addressee (收到的告知书, after 5.4.1)', () => {
  it('is to be confirmed in time; with its confirmation it is served, and the regulator learns who took it', async () => {
    const id = await noticed();
    expect(await read('merchant-1', id)).toMatchObject({ id, state: 'RECEIVED', servedAt: null, objectBy: null, notice: { id } });
    expect(await read('platform-1', id)).toBeNull();
    expect(await read('regulator-province', id)).toMatchObject({ id });
    expect(await dutiesOn(id)).toMatchObject([{ kind: 'ConfirmResultNotice', party_id: 'merchant-1', role: 'OFFICER', concerned: ['regulator-province'], closed_at: null }]);
    expect(await object(id)).toMatchObject({ refusal: { code: 'STATE_NOT_POSSIBLE', state: 'RECEIVED', possibleFrom: ['SERVED'] } });
    expect(await confirm(id, 'platform-1')).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await confirm(id)).toMatchObject({ value: { state: 'SERVED', serviceMethod: 'ELECTRONIC', objectBy: null } });
    expect(await dutiesOn(id)).toMatchObject([{ closed_at: expect.any(Date) as Date, dropped: false }]);
    const told = (await eventsOf(id)).find(({ kind }) => kind === 'ResultNoticeConfirmed')?.payloads['regulator'];
    expect(told).toMatchObject({ noticeId: id, addresseeId: 'merchant-1', confirmed: { userId: 'merchant-1.1', partyId: 'merchant-1' } });
    const counted = (objectBy: string) => say('ResultNoticeServed', id, { id, method: 'ELECTRONIC', servedAt: '2099-01-01T02:00:00.000Z', objectBy });
    const limit = async () => (await hub.database.receivedResultNotice.findUniqueOrThrow({ where: { id } })).objectBy?.toISOString();
    counted('2099-01-16T16:00:00.000Z');
    await eventually(limit, (objectBy) => objectBy !== undefined);
    // What was shown is never shortened; a later word lengthens it.
    counted('2099-01-10T16:00:00.000Z');
    counted('2099-01-20T16:00:00.000Z');
    await eventually(limit, (objectBy) => objectBy !== '2099-01-16T16:00:00.000Z');
    expect(await limit()).toBe('2099-01-20T16:00:00.000Z');
  });

  it('is objected to once, with ground, statement and evidence, and the answer is read there', async () => {
    const id = await noticed();
    await confirm(id);
    const evidence = [{ hash: `sha-256:${'3'.repeat(64)}`, size: 7, mediaType: 'application/pdf' }];
    expect(await object(id, { statement: ' ' })).toMatchObject({ refusal: { code: 'VALUE_REQUIRED', field: 'statement' } });
    expect(await object(id, { ground: 'NOT_OUR_PRODUCT' })).toMatchObject({ refusal: { code: 'GROUND_OF_PRODUCER', field: 'ground' } });
    expect(await object(id, { evidence })).toMatchObject({ value: { state: 'OBJECTED', objection: { ground: 'RESULT', retestRequested: true, evidence: [{ hash: evidence[0]?.hash }], raised: { userId: 'merchant-1.1' } } } });
    expect(await object(id)).toMatchObject({ refusal: { code: 'STATE_NOT_POSSIBLE', state: 'OBJECTED' } });
    const told = (await eventsOf(id)).find(({ kind }) => kind === 'ObjectionRaised')?.payloads['regulator'];
    expect(told).toMatchObject({ noticeId: id, addresseeId: 'merchant-1', ground: 'RESULT', raisedAt: expect.stringMatching(/Z$/) as string });
    say('ObjectionDecided', id, { noticeId: id, outcome: 'REJECTED', reason: '方法符合标准', decidedAt: '2026-04-01T00:00:00.000Z' });
    await inState(id, 'DECIDED');
    expect(await read('merchant-1', id)).toMatchObject({ objectionAnswer: { outcome: 'REJECTED', reason: '方法符合标准' } });
  });

  it('has the answer to what the regulator entered for an addressee without an account, and waits for that to its own where it raised one', async () => {
    const [entered, superseded, crossed] = [await noticed(), await noticed(), await noticed()];
    const decided = (id: string, reason: string, onBehalf: boolean) => say('ObjectionDecided', id, { noticeId: id, onBehalf, outcome: 'REJECTED', reason, decidedAt: '2026-04-01T00:00:00.000Z' });
    for (const id of [entered, superseded, crossed]) await confirm(id);
    say('ResultNoticeEnded', superseded, { id: superseded, outcome: 'SUPERSEDED', reason: null });
    await object(crossed);
    for (const id of [entered, superseded, crossed]) decided(id, '来函异议不成立', true);
    for (const id of [entered, superseded]) {
      await inState(id, 'DECIDED');
      expect(await read('merchant-1', id)).toMatchObject({ objection: null, objectionAnswer: { reason: '来函异议不成立' } });
    }
    expect(await read('merchant-1', crossed)).toMatchObject({ state: 'OBJECTED', objectionAnswer: null });
    decided(crossed, '本库异议不成立', false);
    await inState(crossed, 'DECIDED');
    expect(await read('merchant-1', crossed)).toMatchObject({ objectionAnswer: { reason: '本库异议不成立' } });
  });

  it('refuses an objection after its limit with the day on which it ended, and one of a platform that is told as platform', async () => {
    const id = await noticed();
    say('ResultNoticeServed', id, { id, method: 'REGISTERED_POST', servedAt: '2026-03-01T02:00:00.000Z', objectBy: '2026-03-16T16:00:00.000Z' });
    await inState(id, 'SERVED');
    expect(await dutiesOn(id)).toMatchObject([{ dropped: true }]);
    expect(await object(id)).toMatchObject({ refusal: { code: 'OBJECTION_TOO_LATE', message: expect.stringContaining('2026-03-16') as string } });
    const asPlatform = await noticed({ capacity: 'PLATFORM', addresseeId: 'platform-1' });
    await confirm(asPlatform, 'platform-1');
    expect(await object(asPlatform, {}, 'platform-1')).toMatchObject({ refusal: { code: 'NOTICE_WITHOUT_OBJECTION' } });
  });

  it('asks for nothing more once it is withdrawn or a new result has taken its place; an objection that was raised before stays', async () => {
    const [withdrawn, objected] = [await noticed(), await noticed({ capacity: 'PRODUCER', addresseeId: 'enterprise-1' })];
    say('ResultNoticeEnded', withdrawn, { id: withdrawn, outcome: 'WITHDRAWN', reason: '告知内容有误' });
    await inState(withdrawn, 'WITHDRAWN');
    expect(await dutiesOn(withdrawn)).toMatchObject([{ dropped: true }]);
    expect(await read('merchant-1', withdrawn)).toMatchObject({ withdrawReason: '告知内容有误' });
    const superseded = await noticed();
    say('ResultNoticeEnded', superseded, { id: superseded, outcome: 'SUPERSEDED', reason: null });
    await inState(superseded, 'SUPERSEDED');
    await confirm(objected, 'enterprise-1');
    await object(objected, { ground: 'NOT_OUR_PRODUCT' }, 'enterprise-1');
    say('ResultNoticeEnded', objected, { id: objected, outcome: 'SUPERSEDED', reason: null });
    say('ObjectionDecided', objected, { noticeId: objected, outcome: 'UPHELD', reason: '经鉴定非其生产', decidedAt: '2026-04-01T00:00:00.000Z' });
    await inState(objected, 'DECIDED');
  });
});

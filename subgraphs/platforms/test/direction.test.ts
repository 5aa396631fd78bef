import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { named, statusesOf, testFile, upload } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { registerEnterprise } from '../src/repository/register-enterprise.js';
import { platformsService } from '../src/service.js';
import { deskOf } from './desk.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
});
afterAll(() => hub.close());

const { act, eventsOf, dutiesOn } = deskOf(() => hub);
const fields = `id number kind addresseeKind state revision instruction dueAt reason endedAt unitsRecovered addressee { id } regulator { id } direction { id }
  monitoringData { id } reports { action unitsAffected unitsRecovered final evidence { hash } reported { userId partyId } }`;
const producer = { name: '晴川电器制造有限公司（演示）', uscc: '91330108MA2E00011L', regionCode: '330108' };
const stateOf = async (id: string) => (await hub.database.directionFulfilment.findUnique({ where: { id } }))?.state;

async function directed(more: object = {}): Promise<string> {
  const id = randomUUID();
  hub.others.say({
    kind: 'DirectionIssued',
    subjectType: 'HazardDirection',
    subjectId: id,
    payload: {
      id,
      number: 'CZ-2026-7K3M9QX2VD',
      regulatorId: 'regulator-province',
      kind: 'RECALL',
      addresseeKind: 'ENTERPRISE',
      addresseeId: 'enterprise-1',
      enterprise: producer,
      monitoringDataIds: ['data-1'],
      instruction: '召回该批次全部产品',
      dueAt: '2099-01-02T08:00:00.000Z',
      ...more,
    },
  });
  await eventually(() => stateOf(id), (state) => state !== undefined);
  return id;
}
const toPlatform = { kind: 'STOP_SALE', addresseeKind: 'PLATFORM', addresseeId: 'platform-1', enterprise: null };
const toMerchant = { kind: 'RECTIFY', addresseeKind: 'MERCHANT', addresseeId: 'merchant-1', enterprise: null };

async function ended(id: string, outcome: string, reason: string | null, state: string): Promise<void> {
  hub.others.say({ kind: 'DirectionEnded', subjectType: 'HazardDirection', subjectId: id, payload: { id, outcome, reason, dueAt: '2099-02-01T08:00:00.000Z' } });
  await eventually(() => stateOf(id), (now) => now === state);
}
const report = (directionId: string, more: object = {}, asker = 'enterprise-1') =>
  act(asker, 'reportDirection', fields, { directionId, action: ' 已召回 ', unitsAffected: 500, unitsRecovered: 200, final: false, ...more });
const read = async (asker: string, id: string) =>
  (await hub.ask<{ directionFulfilment: object | null }>(asker, `query ($id: ID!) { directionFulfilment(id: $id) { ${fields} enterprise { name } } }`, { id })).data.directionFulfilment;

describe('a direction at its addressee (指令履行, 3.1 d)', () => {
  it('arrives with what is to be done and by when, and fulfilment is owed to the regulator', async () => {
    const id = await directed();
    expect(await read('enterprise-1', id)).toMatchObject({
      id,
      number: 'CZ-2026-7K3M9QX2VD',
      kind: 'RECALL',
      state: 'RECEIVED',
      instruction: '召回该批次全部产品',
      dueAt: '2099-01-02T16:00:00.000+08:00',
      addressee: { id: 'enterprise-1' },
      regulator: { id: 'regulator-province' },
      direction: { id },
      monitoringData: [{ id: 'data-1' }],
      enterprise: { name: producer.name },
      reports: [],
    });
    expect(await dutiesOn(id)).toMatchObject([
      { kind: 'FulfilDirection', party_id: 'enterprise-1', role: 'OFFICER', concerned: ['regulator-province'], due_at: new Date('2099-01-02T08:00:00Z'), closed_at: null },
    ]);
    expect((await eventsOf(id)).map(({ kind }) => kind)).toContain('DirectionReceived');
  });

  it('is reported in parts, the recovered units added up, until the final report ends the duty and waits for the regulator', async () => {
    const id = await directed();
    expect(await report(id)).toMatchObject({ value: { state: 'RECEIVED', unitsRecovered: 200, reports: [{ action: '已召回', unitsAffected: 500, unitsRecovered: 200, final: false, reported: { userId: 'enterprise-1.1' } }] } });
    const evidence = [{ hash: `sha-256:${'3'.repeat(64)}`, size: 7, mediaType: 'image/jpeg' }];
    // Units affected are those told last.
    for (const unitsAffected of [500, null]) {
      expect(await report(id, { unitsAffected, unitsRecovered: 301 })).toMatchObject({ refusal: { code: 'VALUE_INVALID', field: 'unitsRecovered' } });
    }
    const last = await report(id, { unitsRecovered: 280, final: true, evidence, expectedRevision: 2 });
    expect(last).toMatchObject({ value: { state: 'REPORTED', revision: 3, unitsRecovered: 480, reports: [{}, { final: true, evidence: [{ hash: evidence[0]?.hash }] }] } });
    expect((await dutiesOn(id))[0]).toMatchObject({ closed_at: expect.any(Date) as Date, dropped: false });
    const told = (await eventsOf(id)).filter(({ kind }) => kind === 'DirectionReported').map(({ payloads }) => payloads['regulator']);
    const payload = { directionId: id, addresseeId: 'enterprise-1', action: '已召回', unitsAffected: 500, reportedAt: expect.stringMatching(/Z$/) as string };
    expect(told).toEqual([{ ...payload, unitsRecovered: 200, final: false }, { ...payload, unitsRecovered: 280, final: true }]);
    expect(await report(id)).toMatchObject({ refusal: { code: 'STATE_NOT_POSSIBLE', state: 'REPORTED', possibleFrom: ['RECEIVED'] } });
    await ended(id, 'ENDED', '召回率符合要求', 'ENDED');
    expect(await read('enterprise-1', id)).toMatchObject({ state: 'ENDED', reason: '召回率符合要求', endedAt: expect.any(String) as string });
  });

  it('is owed anew where it is sent back, with the reason and by the time that the regulator sets', async () => {
    const id = await directed(toMerchant);
    await report(id, { final: true, unitsAffected: null, unitsRecovered: 0 }, 'merchant-1');
    await ended(id, 'SENT_BACK', '未附整改证据', 'RECEIVED');
    expect(await read('merchant-1', id)).toMatchObject({ state: 'RECEIVED', reason: '未附整改证据', endedAt: null, dueAt: '2099-02-01T16:00:00.000+08:00' });
    const open = { closed_at: null, due_at: new Date('2099-02-01T08:00:00Z') };
    expect(await dutiesOn(id)).toMatchObject([{ dropped: false, closed_at: expect.any(Date) as Date }, open]);
    expect(await report(id, { final: true }, 'merchant-1')).toMatchObject({ value: { state: 'REPORTED', reports: [{}, {}] } });
  });

  it('is owed by the new time where it is sent back before its addressee has reported', async () => {
    const id = await directed();
    hub.others.say({ kind: 'DirectionEnded', subjectType: 'HazardDirection', subjectId: id, payload: { id, outcome: 'SENT_BACK', reason: '数量不符', dueAt: '2099-02-01T08:00:00.000Z' } });
    const duties = await eventually(() => dutiesOn(id), ({ length }) => length === 2);
    expect(duties).toMatchObject([{ dropped: true }, { closed_at: null, due_at: new Date('2099-02-01T08:00:00Z') }]);
  });

  it('asks for nothing more once it is withdrawn, or ended on an answer that the regulator recorded itself; what comes late changes nothing', async () => {
    const [withdrawn, over] = [await directed(toPlatform), await directed()];
    await ended(withdrawn, 'WITHDRAWN', '指令有误', 'WITHDRAWN');
    await ended(over, 'ENDED', null, 'ENDED');
    expect(await dutiesOn(withdrawn)).toMatchObject([{ dropped: true }]);
    expect(await dutiesOn(over)).toMatchObject([{ dropped: false, closed_at: expect.any(Date) as Date }]);
    hub.others.say({ kind: 'DirectionEnded', subjectType: 'HazardDirection', subjectId: withdrawn, payload: { id: withdrawn, outcome: 'SENT_BACK', reason: 'x' } });
    hub.others.say({ kind: 'DirectionEnded', subjectType: 'HazardDirection', subjectId: 'none', payload: { id: 'none', outcome: 'ENDED', reason: null } });
    await directed();
    expect(await read('platform-1', withdrawn)).toMatchObject({ state: 'WITHDRAWN', reason: '指令有误' });
    expect(await report(withdrawn, {}, 'platform-1')).toMatchObject({ refusal: { code: 'STATE_NOT_POSSIBLE', state: 'WITHDRAWN' } });
  });

  it.each([
    [{ action: ' ' }, 'VALUE_REQUIRED', 'action'],
    [{ unitsAffected: -1 }, 'VALUE_INVALID', 'unitsAffected'],
    [{ unitsRecovered: -1 }, 'VALUE_INVALID', 'unitsRecovered'],
    [{ unitsRecovered: 501 }, 'VALUE_INVALID', 'unitsRecovered'],
    [{ evidence: [{ hash: 'x', size: 1, mediaType: 'image/png' }] }, 'VALUE_INVALID', 'evidence.0.hash'],
    [{ expectedRevision: 5 }, 'REVISION_CONFLICT', 'expectedRevision'],
  ])('refuses a report with %j', async (more, code, field) => {
    expect(await report(await directed(), more)).toMatchObject({ value: null, refusal: { code, field } });
  });

  it('counts the units of reports that come at once, each once, and keeps every report', async () => {
    const id = await directed();
    const twice = { idempotencyKey: randomUUID(), unitsRecovered: 100 };
    const others = Array.from({ length: 8 }, () => report(id, { unitsRecovered: 10 }));
    await Promise.all([report(id, twice), report(id, twice), ...others]);
    const { unitsRecovered, reports } = (await read('enterprise-1', id)) as { unitsRecovered: number; reports: object[] };
    expect([unitsRecovered, reports.length]).toEqual([180, 9]);
  });

  it('is there for its addressee and the regulator that gave it, and for no other: platform, merchant, enterprise or regulator', async () => {
    const ids = { 'platform-1': await directed(toPlatform), 'merchant-1': await directed(toMerchant), 'enterprise-1': await directed() };
    for (const [addressee, id] of Object.entries(ids)) {
      for (const asker of [addressee, 'regulator-province']) expect(await read(asker, id)).toMatchObject({ id });
      const others = ['platform-1', 'platform-2', 'merchant-1', 'enterprise-1', 'regulator-city', 'center', 'lab-1', 'department-1'].filter((asker) => asker !== addressee);
      for (const asker of others) expect(await read(asker, id)).toBeNull();
      expect(await report(id, {}, 'platform-2')).toMatchObject({ refusal: { code: 'NOT_FOUND', field: 'directionId' } });
      const contributed = await hub.ask<{ _entities: unknown[] }>('regulator-province', 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on HazardDirection { fulfilment { state } } } }', {
        r: [{ __typename: 'HazardDirection', id }],
      });
      expect(contributed.data._entities).toEqual([{ fulfilment: { state: 'RECEIVED' } }]);
    }
    const list = async (asker: string) => (await hub.ask<{ directionFulfilments: { totalCount: number } }>(asker, '{ directionFulfilments(filter: { kind: [STOP_SALE] }) { totalCount } }')).data.directionFulfilments.totalCount;
    expect(await list('platform-2')).toBe(0);
    expect(await list('platform-1')).toBe(await hub.database.directionFulfilment.count({ where: { holder: 'platform-1', kind: 'STOP_SALE' } }));
  });

  it('that is told twice is there once', async () => {
    const id = await directed();
    const told = await hub.database.directionFulfilment.findUniqueOrThrow({ where: { id } });
    hub.others.say({ kind: 'DirectionIssued', subjectType: 'HazardDirection', subjectId: id, payload: { id, instruction: 'another' } });
    await directed();
    expect(await hub.database.directionFulfilment.findUniqueOrThrow({ where: { id } })).toEqual(told);
    expect(await dutiesOn(id)).toHaveLength(1);
  });
});

describe('an enterprise concerned (有关企业, 3.1 d)', () => {
  const enterprises = async (asker: string, filter: object = {}) =>
    (await hub.ask<{ enterprises: { nodes: Record<string, unknown>[] } | null }>(asker, 'query ($filter: EnterpriseFilter) { enterprises(filter: $filter) { nodes { name uscc roles region { code } participant { id } } } }', { filter })).data.enterprises?.nodes;

  it('without an account is directed all the same: registered as producer, owed by nobody, answered for by the regulator', async () => {
    const without = { addresseeId: null, enterprise: { name: '无账号电器厂', uscc: '91440300MA5F7YRE78', regionCode: '440300' } };
    const id = await directed(without);
    expect(await dutiesOn(id)).toEqual([]);
    expect(await read('regulator-province', id)).toMatchObject({ addressee: null, enterprise: { name: '无账号电器厂' } });
    await directed(without);
    expect(await enterprises('regulator-city', { uscc: '91440300MA5F7YRE78' })).toEqual([
      { name: '无账号电器厂', uscc: '91440300MA5F7YRE78', roles: ['PRODUCER'], region: { code: '440300' }, participant: null },
    ]);
    expect(await enterprises('enterprise-1', { uscc: '91440300MA5F7YRE78' })).toEqual([]);

    // It gets an account later, and keeps its row.
    const party = { id: 'enterprise-9', kind: 'ENTERPRISE', level: null, name: '无账号电器厂', uscc: '91440300MA5F7YRE78', regionCode: '440300', state: 'ACTIVE', users: [] };
    hub.others.say({ kind: 'ParticipantChanged', subjectType: 'Participant', subjectId: party.id, payload: party });
    await eventually(() => enterprises('center', { uscc: party.uscc }), (rows) => rows?.[0]?.['participant'] !== null);
    expect(await enterprises('center', { name: '无账号' })).toMatchObject([{ roles: ['PRODUCER'], participant: { id: 'enterprise-9' } }]);
  });

  it('that was directed by its code and became a member without it is one row, and holds back no suspension, once the code is entered', async () => {
    const [name, uscc] = ['改名电器厂', '91440300MA5G0AAA0X'];
    const id = await directed({ addresseeId: null, enterprise: { name: '旧名电器厂', uscc, regionCode: '440300' } });
    const tell = (more: object = {}) =>
      hub.others.say({
        kind: 'ParticipantChanged',
        subjectType: 'Participant',
        subjectId: 'enterprise-8',
        payload: { id: 'enterprise-8', kind: 'ENTERPRISE', level: null, name, uscc: null, regionCode: '440300', state: 'ACTIVE', users: [], ...more },
      });
    tell();
    await eventually(() => enterprises('center', { name }), (rows) => rows?.length === 1);
    tell({ uscc });
    tell({ uscc, state: 'SUSPENDED' });
    await eventually(() => hub.database.$queryRaw<object[]>`SELECT 1 FROM kernel.participant WHERE id = 'enterprise-8' AND state = 'SUSPENDED'`, (rows) => rows.length === 1);
    expect(await enterprises('center', { uscc })).toMatchObject([{ name, roles: ['PRODUCER'], participant: { id: 'enterprise-8' } }]);
    expect(await enterprises('center', { name: '旧名' })).toEqual([]);
    const row = await hub.database.enterprise.findUniqueOrThrow({ where: { uscc } });
    expect(await hub.database.directionFulfilment.findUniqueOrThrow({ where: { id } })).toMatchObject({ enterpriseId: row.id, holder: row.id, addresseeId: null });
  });

  it('is known to regulators and centres, to itself, and to no platform, merchant or lab', async () => {
    await directed();
    expect(await enterprises('enterprise-1')).toMatchObject([{ name: producer.name, roles: ['PRODUCER'], participant: { id: 'enterprise-1' } }]);
    for (const asker of ['regulator-county', 'center']) expect((await enterprises(asker, { regionCode: '330108' }))?.length).toBe(1);
    for (const asker of ['platform-1', 'merchant-1', 'lab-1', 'department-1']) expect(await enterprises(asker)).toBeUndefined();
  });

  it('is one row under its credit code, or under its name where it has none', async () => {
    const nameless = { uscc: null, regionCode: null, participantId: null };
    const first = await registerEnterprise(hub.database, { ...nameless, name: '某作坊', role: 'PRODUCER' });
    expect(await registerEnterprise(hub.database, { ...nameless, name: '某作坊', regionCode: '330782', role: 'BRAND_OWNER' })).toBe(first);
    expect(await hub.database.enterprise.findUniqueOrThrow({ where: { id: first } })).toMatchObject({ holder: first, regionCode: '330782', roles: ['PRODUCER', 'BRAND_OWNER'] });
    expect(await registerEnterprise(hub.database, { ...nameless, name: '某作坊', uscc: '91310110666007217T', role: null })).not.toBe(first);
    const members: string[] = [];
    for (const participantId of ['enterprise-6', 'enterprise-7']) members.push(await registerEnterprise(hub.database, { ...nameless, name: '同名作坊', participantId, role: null }));
    expect(new Set(members).size).toBe(2);
  });
});

describe('a file that a report upon a direction names', () => {
  it('is handed in by the addressee, and given to it and to the regulator: to nobody else', async () => {
    const file = testFile('the recalled goods');
    expect((await upload(hub, 'enterprise-1', file)).status).toBe(204);
    expect(await report(await directed(), { evidence: [named(file)] })).toMatchObject({ refusal: null });
    expect(await statusesOf(hub, file.hash, ['enterprise-1', 'regulator-province'])).toEqual([200, 200]);
    expect(await statusesOf(hub, file.hash, ['platform-1', 'merchant-1', 'lab-1', 'regulator-city'])).toEqual([404, 404, 404, 404]);
  });
});

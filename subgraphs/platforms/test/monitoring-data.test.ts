import { randomUUID } from 'node:crypto';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { contactKeepingOf } from '../src/contacts/contact-keeping-of.js';
import { seedPlatforms } from '../src/repository/seed-platforms.js';
import { platformsService } from '../src/service.js';
import { deskOf, fedBack, type Outcome } from './desk.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
  await seedPlatforms(hub.database, contactKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const acknowledge = `mutation ($items: [AcknowledgeMonitoringDataInput!]!) {
  acknowledgeMonitoringData(items: $items) { outcomes {
    value { id state revision note acknowledged { userId partyId role at } monitoringData { id } platform { id } }
    refusal { code field state possibleFrom } } } }`;
const desk = `query ($filter: MonitoringDataAcknowledgementFilter) {
  monitoringDataAcknowledgements(first: 100, filter: $filter) { totalCount nodes { id state acknowledgeBy listing { itemId title shop { name } } } } }`;
const contributed = `query ($r: [_Any!]!) { _entities(representations: $r) {
  ... on MonitoringData { id acknowledgement { state note platform { website } listing { itemId } } } } }`;

interface Desk {
  monitoringDataAcknowledgements: { totalCount: number; nodes: Record<string, unknown>[] };
}

const { received, eventsOf, dutiesOn: dutyOf } = deskOf(() => hub);

async function act(asker: string, item: object): Promise<Outcome | undefined> {
  const answer = await hub.ask<{ acknowledgeMonitoringData: { outcomes: Outcome[] } }>(asker, acknowledge, { items: [item] });
  return answer.data.acknowledgeMonitoringData.outcomes[0];
}

describe('monitoring data at a platform (5.4.2)', () => {
  it('arrive at its desk with the listing concerned, and an acknowledgement is owed in time', async () => {
    const id = await received();
    const answer = await hub.ask<Desk>('platform-1', desk, { filter: { state: ['RECEIVED'] } });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.monitoringDataAcknowledgements.nodes).toContainEqual({
      id,
      state: 'RECEIVED',
      acknowledgeBy: '2099-01-02T16:00:00.000+08:00',
      listing: { itemId: '1807067', title: expect.stringContaining('LOUISIANA') as string, shop: { name: expect.any(String) as string } },
    });
    expect(await dutyOf(id)).toMatchObject([
      { kind: 'AcknowledgeMonitoringData', party_id: 'platform-1', role: 'OFFICER', due_at: new Date('2099-01-02T08:00:00Z'), closed_at: null },
    ]);
    expect((await eventsOf(id)).map(({ kind, receivers }) => [kind, receivers])).toEqual([['MonitoringDataReceived', ['exchange']]]);
  });

  it('are acknowledged once, which closes the duty and is told to centre and regulator', async () => {
    const id = await received();
    const item = { idempotencyKey: randomUUID(), monitoringDataId: id, expectedRevision: 1, note: ' 已下架 ' };
    const first = await act('platform-1', item);
    expect(first).toMatchObject({
      value: {
        id,
        state: 'ACKNOWLEDGED',
        revision: 2,
        note: '已下架',
        acknowledged: { userId: 'platform-1.1', partyId: 'platform-1', role: 'OFFICER' },
        monitoringData: { id },
        platform: { id: 'platform-1' },
      },
      refusal: null,
    });
    expect(await act('platform-1', item)).toEqual(first);
    expect((await dutyOf(id))[0]?.closed_at).not.toBeNull();
    const told = (await eventsOf(id)).find(({ kind }) => kind === 'MonitoringDataAcknowledged');
    const payload = { id, platformId: 'platform-1', acknowledgedAt: expect.stringMatching(/Z$/) as string };
    expect(told?.payloads).toEqual({ exchange: null, 'monitoring-center': payload });

    const again = await act('platform-1', { idempotencyKey: randomUUID(), monitoringDataId: id });
    expect(again).toMatchObject({ value: null, refusal: { code: 'STATE_NOT_POSSIBLE', state: 'ACKNOWLEDGED', possibleFrom: ['RECEIVED'] } });
  });

  it('are refused to be acknowledged at another revision than the caller read', async () => {
    const id = await received();
    expect(await act('platform-1', { idempotencyKey: randomUUID(), monitoringDataId: id, expectedRevision: 7 })).toMatchObject({
      refusal: { code: 'REVISION_CONFLICT', field: 'expectedRevision' },
    });
  });

  it('that are fed back twice stand at the desk once, and what comes behind them still arrives', async () => {
    const id = await received();
    hub.others.say(fedBack(id));
    await received();
    expect(await dutyOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('name no listing where the catalogue of that platform has no such item', async () => {
    const ofAnother = await received('platform-2');
    const unknown = await received('platform-1', { listingItemId: null });
    const answer = await hub.ask<{ _entities: unknown[] }>('center', contributed, {
      r: [ofAnother, unknown].map((id) => ({ __typename: 'MonitoringData', id })),
    });
    expect(answer.data._entities).toEqual([
      { id: ofAnother, acknowledgement: { state: 'RECEIVED', note: null, platform: { website: 'https://haowujie.example' }, listing: null } },
      { id: unknown, acknowledgement: { state: 'RECEIVED', note: null, platform: { website: 'https://yunjishi.example' }, listing: null } },
    ]);
  });

  it('of one platform are not there for the other: not at its desk, not in its count, not by reference, not for its act', async () => {
    const id = await received();
    const own = await received('platform-2');
    const answer = await hub.ask<Desk>('platform-2', desk, {});
    const shown = answer.data.monitoringDataAcknowledgements;
    expect(shown.nodes.map((node) => node['id'])).toContain(own);
    expect(shown.nodes.map((node) => node['id'])).not.toContain(id);
    expect(shown.totalCount).toBe(await hub.database.monitoringDataAcknowledgement.count({ where: { holder: 'platform-2' } }));
    const references = [id, own].map((key) => ({ __typename: 'MonitoringData', id: key }));
    expect((await hub.ask<{ _entities: unknown[] }>('platform-2', contributed, { r: references })).data._entities).toMatchObject([
      { id, acknowledgement: null },
      { id: own, acknowledgement: { state: 'RECEIVED' } },
    ]);
    expect(await act('platform-2', { idempotencyKey: randomUUID(), monitoringDataId: id })).toMatchObject({
      value: null,
      refusal: { code: 'NOT_FOUND' },
    });
  });

  it('are there for the centre and the regulator that they concern, and for no other', async () => {
    const id = await received();
    const reference = { r: [{ __typename: 'MonitoringData', id }] };
    for (const identity of ['center', 'regulator-province']) {
      expect((await hub.ask<{ _entities: unknown[] }>(identity, contributed, reference)).data._entities).toMatchObject([
        { acknowledgement: { state: 'RECEIVED', listing: { itemId: '1807067' } } },
      ]);
    }
    expect((await hub.ask<{ _entities: unknown[] }>('regulator-city', contributed, reference)).data._entities).toEqual([{ id, acknowledgement: null }]);
    for (const identity of ['lab-1', 'merchant-1']) {
      const answer = await hub.ask<{ _entities: unknown[] }>(identity, contributed, reference);
      expect(answer.data._entities).toEqual([{ id, acknowledgement: null }]);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'SHARING_NOT_IN_AUDIENCE' } }]);
    }
  });
});

describe('the register of platforms (2.3)', () => {
  it('gets a platform with its participant, and keeps what it has', async () => {
    const party = { level: null, name: '新', regionCode: '330106', state: 'ACTIVE', users: [] };
    const tell = (id: string, kind: string) =>
      hub.others.say({ kind: 'ParticipantChanged', subjectType: 'Participant', subjectId: id, payload: { ...party, id, kind } });
    tell('a-lab', 'LAB');
    tell('platform-3', 'PLATFORM');
    await eventually(
      () => hub.database.platform.findMany({ orderBy: { id: 'asc' }, select: { id: true, website: true } }),
      (rows) => rows.length === 3,
    );
    const answer = await hub.ask('lab-1', '{ platforms { totalCount nodes { id website sellsItself participant { id } } } }');
    expect(answer.data).toEqual({
      platforms: {
        totalCount: 3,
        nodes: [
          { id: 'platform-1', website: 'https://yunjishi.example', sellsItself: false, participant: { id: 'platform-1' } },
          { id: 'platform-2', website: 'https://haowujie.example', sellsItself: true, participant: { id: 'platform-2' } },
          { id: 'platform-3', website: null, sellsItself: false, participant: { id: 'platform-3' } },
        ],
      },
    });
  });
});

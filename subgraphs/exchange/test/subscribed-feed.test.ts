import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { suspended } from './member-acts.js';
import { purchaseTold } from './purchase-told.js';

interface Fed {
  exchangeEvents: { cursor: string; kind: string; exchangeEvent: { id: string; subjectType: string } };
}
interface Page {
  exchangeEvents: { edges: { cursor: string; node: { id: string } }[]; pageInfo: { endCursor: string | null } };
}

const subscription = `subscription ($after: String, $kinds: [String!], $filter: ExchangeEventFilter) {
  exchangeEvents(after: $after, kinds: $kinds, filter: $filter) { cursor kind exchangeEvent { id subjectType causedBy } } }`;
const query = `query ($after: String, $kinds: [String!], $filter: ExchangeEventFilter) {
  exchangeEvents(first: 500, after: $after, kinds: $kinds, filter: $filter) { edges { cursor node { id } } pageInfo { endCursor } } }`;

let hub: SubgraphUnderTest<ExchangeDatabase>;
/** Of the first event of all, which everybody sees. */
let begin: string;

const poll = async (asker: Asker, variables: object = {}) => (await hub.ask<Page>(asker, query, variables)).data.exchangeEvents;
const say = (kind: string, subjectType: string) => hub.logOf('labs').say({ kind, subjectType, subjectId: kind, payload: null });

beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService, { logPerOwner: true });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
  begin = (await eventually(() => poll('center'), ({ edges }) => edges.length > 0)).edges[0]?.cursor ?? '';
  for (const { owner, kind, subjectType, subjectId, stamps } of purchaseTold) hub.logOf(owner).say({ kind, subjectType, subjectId, stamps, payload: null });
  await eventually(() => hub.database.exchangeEvent.count({ where: { kind: { not: 'ParticipantChanged' } } }), (count) => count === purchaseTold.length);
});
afterAll(() => hub.close());

describe('the feed of all events, subscribed to (5.4.4)', () => {
  for (const { name } of demoIdentities) {
    it(`brings ${name} what the same party polls, with the same cursors, and nothing of the rest`, async () => {
      const polled = (await poll(name, { after: begin })).edges;
      const held = await hub.subscribe<Fed>(name, subscription, { after: begin });
      say(`Last ${name}`, 'Participant');
      const told = await held.until(polled.length + 1);
      await held.leave();
      expect(told.slice(0, -1).map(({ data, extensions }) => ({ cursor: extensions.cursor, node: { id: data.exchangeEvents.exchangeEvent.id } }))).toEqual(polled);
      expect(told.at(-1)?.data.exchangeEvents.kind).toBe(`Last ${name}`);
      expect((await poll(name, { after: told.at(-2)?.extensions.cursor })).edges[0]?.cursor).toBe(told.at(-1)?.extensions.cursor);
    });
  }

  it('tells live of what comes in, of the kinds named and by the filter alone, as the query does', async () => {
    const after = (await poll('center')).pageInfo.endCursor;
    const held = await hub.subscribe<Fed>('lab-2', subscription, { after, kinds: ['Alpha', 'Gamma'], filter: { subjectType: ['RiskInformation'] } });
    for (const kind of ['Alpha', 'Beta', 'Gamma']) say(kind, 'RiskInformation');
    say('Alpha', 'Purchase');
    expect((await held.until(2)).map(({ data }) => data.exchangeEvents.kind)).toEqual(['Alpha', 'Gamma']);
    await held.leave();
    const polled = await poll('lab-2', { after, kinds: ['Alpha', 'Gamma'], filter: { subjectType: ['RiskInformation'] } });
    expect(polled.edges.map(({ cursor }) => cursor)).toEqual(held.received.map(({ extensions }) => extensions.cursor));
    expect((await poll('lab-2', { after, kinds: ['Beta'] })).edges).toHaveLength(1);
    expect((await poll('lab-2', { after, kinds: [] })).edges, 'of no kind there is nothing').toEqual([]);
  });

  it('is not entered with a cursor of the register’s own log, nor that with one of the feed', async () => {
    const changed = 'subscription ($after: String) { participantChanged(after: $after) { cursor participant { id state } } }';
    const held = await hub.subscribe('center', changed, { after: begin });
    expect(await held.ended).toMatchObject({ code: 'EVENT_CURSOR_OF_OTHER_LOG', message: expect.stringContaining('"feed"') });
  });

  it('ends for a party that is suspended, as soon as the replica knows, and tells the others of it', async () => {
    const changed = 'subscription ($after: String) { participantChanged(after: $after) { kind participant { id state } } }';
    const after = await hub.cursorOfNow();
    const watcher = await hub.subscribe<{ participantChanged: { participant: { id: string; state: string } } }>('center', changed, { after });
    const itsOwn = await hub.subscribe<Fed>('merchant-1', subscription, { after: begin });
    await itsOwn.until(1);
    await suspended(hub, 'merchant-1');
    expect(await itsOwn.ended).toMatchObject({ code: 'UNAUTHENTICATED', after: expect.any(String) });
    expect((await watcher.until(1))[0]?.data.participantChanged.participant).toEqual({ id: 'merchant-1', state: 'SUSPENDED' });
    await watcher.leave();
  });
});

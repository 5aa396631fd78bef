import { randomUUID } from 'node:crypto';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { ReceivedEvent } from '@hub/kernel/log/event.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type Asker, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { statementsOf } from '@hub/kernel/testing/statements-of.js';
import { demoIdentities, demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendToFeed } from '../src/repository/append-to-feed.js';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';
import { userKeepingOf } from '../src/users/user-keeping-of.js';
import { purchaseTold, type ToldEvent } from './purchase-told.js';

interface FeedEvent {
  id: string;
  owner: string;
  kind: string;
  subjectType: string;
  subjectId: string;
  causedBy: string[];
}
interface Page {
  nodes: FeedEvent[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  asOf: { owner: string; at: string }[];
}

const feed = `query ($first: Int, $after: String, $kinds: [String!], $filter: ExchangeEventFilter) {
  exchangeEvents(first: $first, after: $after, kinds: $kinds, filter: $filter) {
    nodes { id owner kind subjectType subjectId occurredAt causedBy }
    pageInfo { hasNextPage hasPreviousPage endCursor } asOf { owner at } } }`;

let hub: SubgraphUnderTest<ExchangeDatabase>;
/** Ids of the purchase's events, as owner:id, by kind. */
const ids = new Map<string, string>();

const page = async (asker: Asker, variables: object = {}): Promise<Page> =>
  (await hub.ask<{ exchangeEvents: Page }>(asker, feed, variables)).data.exchangeEvents;

/** Reads on from a cursor to the end of what is there now. */
async function readOn(asker: Asker, variables: { first: number; after?: string | null; filter?: object }) {
  const nodes: FeedEvent[] = [];
  let { after = null } = variables;
  for (;;) {
    const next = await page(asker, { ...variables, after });
    nodes.push(...next.nodes);
    after = next.pageInfo.endCursor ?? after;
    if (!next.pageInfo.hasNextPage) return { nodes, after };
  }
}

const say = ({ owner, causes = [], kind, subjectType, subjectId, stamps }: ToldEvent): string => {
  const causedBy = causes.map((cause) => ids.get(cause) ?? '');
  return `${owner}:${hub.logOf(owner).say({ kind, subjectType, subjectId, stamps, causedBy, payload: null })}`;
};
const stored = (count: number) => eventually(() => hub.database.exchangeEvent.count(), (found) => found >= count);

beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService, { logPerOwner: true });
  await seedParticipants(hub.database, userKeepingOf(hub.environment));
  for (const event of purchaseTold) ids.set(event.kind, say(event));
  await stored(purchaseTold.length + demoParticipants.length);
});
afterAll(() => hub.close());

describe('the feed of all events (5.4.4)', () => {
  for (const { name } of demoIdentities) {
    it(`shows ${name} the events of a purchase whose subject it may see, and nothing of the others`, async () => {
      const seen = new Set(purchaseTold.filter(({ seenBy }) => seenBy.includes(name)).map(({ kind }) => kind));
      const open = (id: string | undefined) => [...ids].some(([kind, known]) => known === id && seen.has(kind));

      const { nodes } = await readOn(name, { first: 3 });
      expect(new Set(nodes.map(({ kind }) => kind))).toEqual(new Set([...seen, 'ParticipantChanged']));
      expect(nodes).toHaveLength(seen.size + demoParticipants.length);
      for (const { causedBy } of nodes) expect(causedBy.every(open)).toBe(true);

      for (const { kind, owner, subjectId, subjectType } of purchaseTold) {
        const expected = seen.has(kind) ? [ids.get(kind)] : [];
        const found = await page(name, { kinds: [kind] });
        expect(found.nodes.map(({ id }) => id)).toEqual(expected);
        expect(found.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, endCursor: expected[0] ? expect.any(String) : null });
        const ofSubject = await page(name, { filter: { subjectId, subjectType: [subjectType], owner: [owner] } });
        const sameSubject = purchaseTold.filter((event) => event.subjectId === subjectId && seen.has(event.kind));
        expect(ofSubject.nodes.map((event) => event.kind)).toEqual(sameSubject.map((event) => event.kind));
      }

      const representations = [...ids.values()].map((id) => ({ __typename: 'ExchangeEvent', id }));
      const entities = await hub.ask<{ _entities: ({ kind: string } | null)[] }>(
        name,
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on ExchangeEvent { kind subjectId } } }',
        { r: representations },
      );
      expect(entities.errors).toBeUndefined();
      expect(entities.data._entities.map((event) => event?.kind ?? null)).toEqual([...ids.keys()].map((kind) => (seen.has(kind) ? kind : null)));
    });
  }

  it('names causes to whom they are open, and only those', async () => {
    const causes = async (asker: string) => (await page(asker, { kinds: ['MonitoringDataFedBack'] })).nodes[0]?.causedBy;
    expect(await causes('center')).toEqual([ids.get('InspectionReportIssued'), ids.get('MonitoringDataCompiled')]);
    expect(await causes('regulator-province')).toEqual([ids.get('InspectionReportIssued')]);
    expect(await causes('platform-1')).toEqual([]);
    expect((await page('platform-1', { kinds: ['MonitoringDataAcknowledged'] })).nodes[0]?.causedBy).toEqual([
      ids.get('MonitoringDataFedBack'),
    ]);
  });

  it('goes on from any place of the feed, which tells nothing of what stands there, and takes nothing else for a cursor', async () => {
    const hidden = (await page('center', { kinds: ['PurchaseRecorded'] })).pageInfo.endCursor ?? '';
    expect(Buffer.from(hidden, 'base64url').toString()).toMatch(/^feed [0-9a-f-]{36} [\w-]{38}$/);
    const all = await readOn('platform-1', { first: 500 });
    const after = await readOn('platform-1', { first: 500, after: hidden });
    expect(all.nodes.slice(-after.nodes.length)).toEqual(after.nodes);
    const broken = `${hidden.slice(0, -2)}${hidden.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of [broken, Buffer.from(`ExchangeEvent:labs:${randomUUID()}`).toString('base64url'), 'x']) {
      const answer = await hub.ask('platform-1', feed, { after: wrong });
      expect(answer.data).toEqual({ exchangeEvents: null });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'EVENT_CURSOR_INVALID' } }]);
    }
  });

  it('tells when it heard from each owner in full minutes, which betray no event', async () => {
    const { asOf } = await page('platform-1');
    expect(asOf.map(({ owner }) => owner)).toEqual(['exchange', 'labs', 'monitoring-center', 'platforms', 'registry', 'regulator']);
    for (const { at } of asOf) {
      expect(new Date(at).getTime() % 60_000).toBe(0);
      expect(Date.now() - new Date(at).getTime()).toBeLessThan(120_000);
    }
  });

  it('keeps an event that is told twice once', async () => {
    const before = await hub.database.exchangeEvent.count();
    const twice = { id: randomUUID(), kind: 'LabScopeRecorded', subjectType: 'Lab', subjectId: 'lab-1', payload: null };
    hub.logOf('labs').say(twice);
    hub.logOf('labs').say(twice);
    hub.logOf('labs').say({ ...twice, id: randomUUID() });
    const both = await eventually(
      () => hub.database.exchangeEvent.findMany({ where: { kind: 'LabScopeRecorded' }, orderBy: { position: 'asc' } }),
      ({ length }) => length === 2,
    );
    expect(both.map(({ id }) => id)[0]).toBe(`labs:${twice.id}`);
    expect(await hub.database.exchangeEvent.count()).toBe(before + 2);
  });

  it('gives a reader who pages while all owners tell events every one of them, once, in an order that stays', async () => {
    const owners = ['regulator', 'monitoring-center', 'labs', 'platforms', 'registry'];
    const each = 60;
    let { after } = await readOn('lab-2', { first: 500 });
    const read: FeedEvent[] = [];
    const reading = (async () => {
      while (read.length < owners.length * each) {
        const next = await readOn('lab-2', { first: 7, after });
        read.push(...next.nodes);
        after = next.after;
      }
    })();
    for (let number = 0; number < each; number += 1) {
      for (const owner of owners) {
        say({ owner, kind: 'Told', subjectType: 'RiskInformation', subjectId: `${owner}-${number}`, stamps: {}, seenBy: [] });
        // Between those that the reader may see lie others, which may not hold it up.
        say({ owner, kind: 'Hidden', subjectType: 'Purchase', subjectId: 'p', stamps: {}, seenBy: [] });
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await reading;

    expect(new Set(read.map(({ id }) => id)).size).toBe(owners.length * each);
    for (const owner of owners) {
      const numbers = read.filter((event) => event.owner === owner).map(({ subjectId }) => Number(subjectId.split('-').at(-1)));
      expect(numbers).toEqual(Array.from({ length: each }, (_, number) => number));
    }
    await eventually(() => hub.database.exchangeEvent.count({ where: { kind: 'Hidden' } }), (count) => count === owners.length * each);
    const again = await page('lab-2', { first: 500, kinds: ['Told'] });
    expect(again.nodes.map(({ id }) => id)).toEqual(read.map(({ id }) => id));
    const [dense] = await hub.database.$queryRaw<{ dense: boolean }[]>`
      SELECT min(position) = 1 AND max(position) = count(*) AS dense FROM exchange_event`;
    expect(dense).toEqual({ dense: true });
  });

  it('lets no event overtake one that is still being written, for a reader would pass that by', async () => {
    const written: string[] = [];
    const event = (id: string): ReceivedEvent => ({
      ...{ id, source: 'labs', position: 0, kind: 'Slow', subjectType: 'Lab', subjectId: 'lab-1' },
      ...{ occurredAt: new Date().toISOString(), actor: null, causedBy: [], stamps: stampsOf({}), payload: null },
    });
    let appended = () => {};
    const firstStands = new Promise<void>((resolve) => (appended = resolve));
    const first = hub.database.$transaction(async (tx) => {
      await appendToFeed(tx, event('first'));
      appended();
      await new Promise((resolve) => setTimeout(resolve, 200));
      written.push('first');
    });
    await firstStands;
    const second = hub.database.$transaction((tx) => appendToFeed(tx, event('second'))).then(() => written.push('second'));
    await Promise.all([first, second]);
    expect(written).toEqual(['first', 'second']);
    expect((await page('lab-2', { kinds: ['Slow'] })).nodes.map(({ id }) => id)).toEqual(['labs:first', 'labs:second']);
  });

  it('reads a page in a number of statements that does not grow with it', async () => {
    const countFor = async (variables: object) => {
      const { statements } = await statementsOf(() => page('center', variables));
      return statements.filter(({ sql }) => sql.startsWith('SELECT') && sql.includes('exchange_event')).length;
    };
    const one = await countFor({ kinds: ['MonitoringDataFedBack'] });
    expect(one).toBe(2); // the page and the causes
    expect(await countFor({ first: 300 })).toBe(one);
  });
});

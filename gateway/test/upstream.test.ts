import { setTimeout as delay } from 'node:timers/promises';
import { gatewayHeader, moreHeader } from '@hub/kernel/audit/answers-ahead.js';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { supergraphOf } from './played-registry.js';
import { handMadeSubgraph, type HandMadeSubgraph } from './hand-made-subgraph.js';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])';
const unavailable = { errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE', owner: 'people' } }] };

let people: HandMadeSubgraph;
let texts: HandMadeSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  people = await handMadeSubgraph('people', `${federation} type Query { me: Person everybody: [Person] } type Mutation { rename: Person } type Person @key(fields: "id") { id: ID! name: String }`);
  texts = await handMadeSubgraph('texts', `${federation} type Query { hello: String } type Person @key(fields: "id") { id: ID! texts: [Text] } type Text { words: String by: Person }`);
  texts.meet((asked) => asked.answer({ hello: 'hello' }));
  hub = await gatewayUnderTest([people, texts], { upstreamTimeout: 500 });
});
afterAll(async () => {
  await hub.close();
  await Promise.all([people.close(), texts.close()]);
});
beforeEach(() => {
  people.meet((asked) => asked.answer({ me: { name: 'n' }, rename: { name: 'n' } }));
  people.received.length = 0;
});

/** Sends a request without waiting for its answer. */
function send(query: string, { headers = {}, signal, by = hub }: { headers?: Record<string, string>; signal?: AbortSignal; by?: GatewayUnderTest } = {}) {
  return request(new URL('/graphql', by.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${by.token}`, 'accept-language': 'en', ...headers },
    body: JSON.stringify({ query }),
    ...(signal ? { signal } : {}),
  }).then(({ body }) => body.json());
}
const arrived = (count: number) => eventually(async () => people.received.length, (length) => length >= count);

describe('a connection that breaks before the answer', () => {
  it('is no failure of a query: it is asked once more', async () => {
    people.meet((asked) => (people.received.length === 1 ? asked.breakOff() : asked.answer({ me: { name: 'n' } })));
    expect(await hub.ask('{ me { name } }')).toEqual({ status: 200, data: { me: { name: 'n' } } });
    expect(people.received).toHaveLength(2);
  });

  it('fails a query when it breaks again', async () => {
    people.meet((asked) => asked.breakOff());
    expect(await hub.ask('{ me { name } }')).toMatchObject({ data: { me: null }, ...unavailable });
    expect(people.received).toHaveLength(2);
  });

  it('is never tried again with an act', async () => {
    people.meet((asked) => asked.breakOff());
    expect(await hub.ask('mutation { rename { name } }')).toMatchObject({ data: { rename: null }, ...unavailable });
    expect(people.received).toHaveLength(1);
  });
});

describe('identical queries that are under way', () => {
  it('are asked once for the same caller, and each gets the whole answer', async () => {
    const held: (() => void)[] = [];
    people.meet((asked) => held.push(() => asked.answer({ me: { name: 'n' } })));
    const first = send('{ me { name } }');
    await arrived(1);
    const second = send('{ me { name } }');
    const third = send('{ me { name } }', { headers: { 'accept-language': 'zh-CN' } });
    const fourth = send('{ me { name } }', { headers: { 'x-hub-purpose': 'SUPERVISION' } });
    const fifth = send('{ me { name } }', { headers: { 'x-hub-delegation': 'a delegation' } });
    await arrived(4);
    held.forEach((answer) => answer());
    expect(await Promise.all([first, second, third, fourth, fifth])).toEqual(Array.from({ length: 5 }, () => ({ data: { me: { name: 'n' } } })));
    expect(people.received).toHaveLength(4);
  });

  it('are asked for each caller anew: of another party, of another user, and of the same user with another token', async () => {
    const held = new Map<string, (name: string) => void>();
    people.meet((asked) => held.set(String(asked.headers['authorization']), (name) => asked.answer({ me: { name } })));
    const { dataDir } = hub.environment;
    const others = await Promise.all([
      mintUserToken(dataDir, { userId: 'lab-1.1', partyId: 'lab-1', role: 'SIGNATORY' }),
      mintUserToken(dataDir, { userId: 'center.2', partyId: 'center', role: 'ANALYST' }),
      mintUserToken(dataDir, { userId: 'center.1', partyId: 'center', role: 'ANALYST' }, '1h'),
    ]);
    const bearers = [hub.token, ...others].map((token) => `Bearer ${token}`);
    const answers = bearers.map((authorization) => send('{ me { name } }', { headers: { authorization } }));
    await arrived(4);
    for (const [index, bearer] of bearers.entries()) held.get(bearer)?.(`of ${index}`);
    expect(await Promise.all(answers)).toEqual(bearers.map((_, index) => ({ data: { me: { name: `of ${index}` } } })));
  });

  it('are asked each for itself where their callers have named them: each has its own entry in the audit logs', async () => {
    const held: (() => void)[] = [];
    people.meet((asked) => held.push(() => asked.answer({ me: { name: 'n' } })));
    const named = [send('{ me { name } }', { headers: { 'x-request-id': 'one' } }), send('{ me { name } }', { headers: { 'x-request-id': 'two' } })];
    await arrived(2);
    // A name of the gateway's own making is none that a caller gives.
    const unnamed = [send('{ me { name } }'), send('{ me { name } }', { headers: { 'x-request-id': 'hub-one' } })];
    await arrived(3);
    held.forEach((answer) => answer());
    expect(await Promise.all([...named, ...unnamed])).toEqual(Array.from({ length: 4 }, () => ({ data: { me: { name: 'n' } } })));
    expect(people.received.map(({ headers }) => headers['x-request-id'])).toEqual(['one', 'two', expect.stringMatching(/^hub-[0-9a-f-]{36}$/)]);
  });

  it('are joined only soon after they began: what was granted when they did may have ended since', async () => {
    const held: (() => void)[] = [];
    people.meet((asked) => held.push(() => asked.answer({ me: { name: 'n' } })));
    const by = await gatewayUnderTest([people, texts], { upstreamTimeout: 20_000 });
    const first = send('{ me { name } }', { by });
    await arrived(1);
    await delay(1_600);
    const second = send('{ me { name } }', { by });
    await arrived(2);
    held.forEach((answer) => answer());
    expect(await Promise.all([first, second])).toEqual(Array.from({ length: 2 }, () => ({ data: { me: { name: 'n' } } })));
    await by.close();
  });

  it('are asked each for itself where sharing is off, and acts always', async () => {
    const held: (() => void)[] = [];
    people.meet((asked) => held.push(() => asked.answer({ me: { name: 'n' }, rename: { name: 'n' } })));
    const acts = [send('mutation { rename { name } }'), send('mutation { rename { name } }')];
    await arrived(2);
    const other = await gatewayUnderTest([people, texts], { shareUpstreamRequests: false });
    const queries = [other.ask('{ me { name } }'), other.ask('{ me { name } }')];
    await arrived(4);
    held.forEach((answer) => answer());
    await Promise.all([...acts, ...queries]);
    await other.close();
  });
});

describe('a client that goes', () => {
  // Else a request would end by itself before anybody could tell why.
  let patient: GatewayUnderTest;
  beforeAll(async () => {
    patient = await gatewayUnderTest([people, texts], { upstreamTimeout: 60_000 });
  });
  afterAll(() => patient.close());

  it('ends the queries that were asked for it, but not those that another waits for too', async () => {
    people.meet(() => undefined);
    const going = new AbortController();
    const gone = send('{ me { name } }', { signal: going.signal, by: patient });
    await arrived(1);
    const staying = send('{ me { name } }', { by: patient });
    await send('{ hello }', { by: patient });
    going.abort();
    await expect(gone).rejects.toThrow();
    people.received[0]?.answer({ me: { name: 'n' } });
    expect(await staying).toEqual({ data: { me: { name: 'n' } } });

    const leaving = new AbortController();
    const left = send('{ me { name } }', { signal: leaving.signal, by: patient });
    await arrived(2);
    leaving.abort();
    await expect(left).rejects.toThrow();
    await eventually(async () => people.received[1]?.abandoned, (abandoned) => abandoned === true);
  });

  it('does not end an act that it began', async () => {
    people.meet(() => undefined);
    const going = new AbortController();
    const gone = send('mutation { rename { name } }', { signal: going.signal, by: patient });
    await arrived(1);
    going.abort();
    await expect(gone).rejects.toThrow();
    await send('{ hello }', { by: patient });
    expect(people.received[0]?.abandoned).toBe(false);
    people.received[0]?.answer({ rename: { name: 'n' } });
  });
});

describe('a subgraph that hangs', () => {
  it('is not asked any more after some failures, and is asked again when it has come back', async () => {
    people.meet(() => undefined);
    for (let failures = 0; failures < 5; failures += 1) expect(await hub.ask('{ me { name } }')).toMatchObject(unavailable);
    const asked = people.received.length;
    expect(await hub.ask('{ hello me { name } }')).toMatchObject({ data: { hello: 'hello', me: null }, ...unavailable });
    expect(people.received).toHaveLength(asked);
    people.meet((request) => request.answer({ me: { name: 'n' } }));
    const answer = await eventually(() => hub.ask('{ me { name } }'), ({ errors }) => errors === undefined);
    expect(answer.data).toEqual({ me: { name: 'n' } });
  });
});

it('entries of the audit log that wait for what is asked next leave half of the places at their owner free for it, however much is asked at once', async () => {
  const by = await gatewayUnderTest([people, texts], { upstreamTimeout: 20_000 });
  await eventually(
    async () => (await by.ask('{ me { name } }'), people.received.at(-1)?.headers[gatewayHeader]),
    (vouched) => vouched !== undefined,
  );
  const waiting = new Set<() => void>();
  const write = () => {
    for (const written of waiting) written();
    waiting.clear();
  };
  let most = 0;
  // As an owner does: what may wait is written with the first that may not.
  people.hastened(write);
  people.meet((asked) => {
    waiting.add(asked.answerAhead(asked.query.includes('_entities') ? { _entities: [{ name: 'n' }] } : { me: { __typename: 'Person', id: '1' } }));
    if (asked.headers[moreHeader] === undefined) write();
    most = Math.max(most, waiting.size);
    goOn();
  });
  // Nothing is asked next before as many have been asked as there are places.
  const next: (() => void)[] = [];
  const goOn = () => people.received.length >= 32 && next.splice(0).forEach((answer) => answer());
  texts.meet((asked) => {
    next.push(() => asked.answer({ _entities: [{ texts: [{ by: { __typename: 'Person', id: '2' } }] }] }));
    goOn();
  });
  people.received.length = 0;
  const asked = Array.from({ length: 40 }, (_each, index) => send('{ me { texts { by { name } } } }', { headers: { 'x-request-id': `at-once-${index}` }, by }));
  expect(await Promise.all(asked)).toEqual(asked.map(() => ({ data: { me: { texts: [{ by: { name: 'n' } }] } } })));
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(16);
  await by.close();
});

it('an operation that is under way when a new supergraph comes is answered by the one that it was asked of', async () => {
  const held: (() => void)[] = [];
  const person = { __typename: 'Person', id: '1' };
  people.meet((asked) => held.push(() => asked.answer({ me: person })));
  texts.meet(({ query, answer }) => answer(query.includes('_entities') ? { _entities: [{ texts: [{ words: 'w' }] }] } : { hello: 'hello', good: 'bye' }));
  const other = await gatewayUnderTest([people, texts], { upstreamTimeout: 20_000 });
  const underWay = other.ask('{ me { texts { words } } }');
  await arrived(1);
  const without = { ...texts, typeDefs: `${federation} type Query { hello: String good: String }` };
  await other.registry.deliver(supergraphOf([people, without]));
  await eventually(() => other.ask('{ good }'), ({ status }) => status === 200);
  expect(await other.ask('{ me { texts { words } } }')).toMatchObject({ status: 400 });
  held.forEach((answer) => answer());
  expect(await underWay).toEqual({ status: 200, data: { me: { texts: [{ words: 'w' }] } } });
  await other.close();
});

it('equal representations are sent once, and each place has its own copy of the answer', async () => {
  people.meet((asked) => asked.answer({ everybody: ['1', '2', '1'].map((id) => ({ __typename: 'Person', id })) }));
  texts.meet(({ variables, answer }) => answer({ _entities: (variables['representations'] as object[]).map(() => ({ texts: [{ words: 'w' }] })) }));
  const { data } = await hub.ask('{ everybody { id texts { words } } }');
  expect(data).toEqual({ everybody: ['1', '2', '1'].map((id) => ({ id, texts: [{ words: 'w' }] })) });
  expect(texts.received.at(-1)?.variables).toEqual({ representations: [{ __typename: 'Person', id: '1' }, { __typename: 'Person', id: '2' }] });
});

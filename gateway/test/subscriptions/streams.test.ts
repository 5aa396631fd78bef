import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { GraphQLError } from 'graphql';
import { createClient } from 'graphql-sse';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventQueue } from '../../src/subscriptions/event-queue.js';
import { streamFormatOf, type StreamFormat } from '../../src/subscriptions/stream-format.js';
import { streamResults } from '../../src/subscriptions/stream-results.js';
import { analyst, subscribedCentre, takenIn, type SubscribedCentre, type TakenIn } from './subscribed-centre.js';

let hub: SubscribedCentre;
let headers: Record<string, string>;
let url: string;
beforeAll(async () => {
  hub = await subscribedCentre();
  url = `${hub.gateway.url}/graphql`;
  headers = { authorization: `Bearer ${await hub.centre.tokenOf(analyst)}`, 'accept-language': 'en' };
});
afterAll(() => hub.close());

const idOf = (data: TakenIn | null | undefined) => data?.riskInformationTakenIn.riskInformation.id;
const sseClient = () => createClient({ url, headers, retryAttempts: 0 });

describe('over server-sent events, with the client graphql-sse', () => {
  it('events come as they do over WebSocket, from a cursor and live', async () => {
    const after = await hub.centre.cursorOfNow();
    const before = await hub.takeIn();
    const client = sseClient();
    const results = client.iterate<TakenIn>({ query: takenIn, variables: { after } });
    const first = await results.next();
    expect(first.value).toEqual({
      data: { riskInformationTakenIn: { riskInformation: { id: before, productName: '电热水壶', center: { name: 'name of center' } } } },
      extensions: { cursor: expect.any(String) },
    });
    const live = await hub.takeIn();
    expect(idOf((await results.next()).value?.data)).toBe(live);
    await results.return?.();
    client.dispose();
  });

  it('a refusal comes as a result with errors, and the stream is complete', async () => {
    const client = sseClient();
    const refused: unknown[] = [];
    for await (const result of client.iterate({ query: takenIn, variables: { after: 'x' } })) refused.push(result);
    expect(refused).toMatchObject([{ errors: [{ extensions: { code: 'EVENT_CURSOR_INVALID' } }] }]);
    for await (const result of client.iterate({ query: 'subscription { nothing }' })) refused.push(result);
    expect(refused[1]).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    client.dispose();
  });

  it('each event has its cursor as id, with which a browser’s Last-Event-ID goes on', async () => {
    const after = await hub.centre.cursorOfNow();
    const ids = [await hub.takeIn(), await hub.takeIn(), await hub.takeIn()];
    const ask = `${url}?${new URLSearchParams({ query: takenIn, variables: JSON.stringify({ after }) })}`;
    const read = async (more: Record<string, string>, count: number) => {
      const { statusCode, headers: answered, body } = await request(ask, { headers: { ...headers, accept: 'text/event-stream', ...more } });
      expect({ statusCode, type: answered['content-type'] }).toEqual({ statusCode: 200, type: 'text/event-stream; charset=utf-8' });
      let text = '';
      for await (const chunk of body) if ((text += String(chunk)).split('event: next').length > count) break;
      return [...text.matchAll(/event: next\nid: (\S+)\ndata: (.*)\n\n/g)].map(([, id = '', data = '{}']) => ({ id, data: JSON.parse(data) as { data: TakenIn } }));
    };
    const all = await read({}, 3);
    expect(all.map(({ data }) => idOf(data.data))).toEqual(ids);
    const rest = await read({ 'last-event-id': all[0]?.id ?? '' }, 2);
    expect(rest.map(({ data }) => idOf(data.data))).toEqual(ids.slice(1));
  });

  it('who brings no valid token is answered 401', async () => {
    const answer = await request(url, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'text/event-stream' }, body: JSON.stringify({ query: takenIn }) });
    expect({ status: answer.statusCode, body: await answer.body.json() }).toMatchObject({ status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
  });

  it('who brings a token that expired a moment ago is answered so too, and nothing goes on for it', async () => {
    const narrow = await hub.another({ subscriptionsPerParty: 1 });
    const token = await hub.shortToken(1);
    await delay(1_500);
    const ask = (authorization: string) =>
      request(`${narrow.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization }, body: JSON.stringify({ query: takenIn }) });
    const refused = await ask(`Bearer ${token}`);
    expect(await refused.body.text()).toContain('UNAUTHENTICATED');
    const taken = await ask(headers['authorization'] ?? '');
    expect(String((await taken.body[Symbol.asyncIterator]().next()).value)).toBe(':\n\n');
    taken.body.destroy();
    await narrow.close();
  });

  it('a document that the parser cannot bear is refused by the limits of all operations', async () => {
    const query = `subscription ${'{ a '.repeat(100_000)}`;
    const answer = await request(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' }, body: JSON.stringify({ query }) });
    expect({ status: answer.statusCode, body: await answer.body.json() }).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'LIMIT_TOKENS' } }] } });
  });

  it('queries that accept a stream are answered as ever', async () => {
    const answer = await request(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', accept: 'application/json, text/event-stream' }, body: '{"query":"{ __typename }"}' });
    expect(await answer.body.json()).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('over multipart HTTP, with Apollo Client', () => {
  const apollo = () => new ApolloClient({ link: new HttpLink({ uri: url, headers }), cache: new InMemoryCache() });

  it('events come as they do over WebSocket, each at once, and the end with the cursor to come back with', async () => {
    const after = await hub.centre.cursorOfNow();
    const before = await hub.takeIn();
    const client = apollo();
    const came: { readonly data?: TakenIn | undefined; readonly extensions?: unknown }[] = [];
    const subscription = client.subscribe<TakenIn>({ query: gql(takenIn), variables: { after } }).subscribe((result) => came.push(result));
    await eventually(async () => came.length, (count) => count === 1);
    const live = await hub.takeIn();
    await eventually(async () => came.length, (count) => count === 2);
    expect(came.map(({ data }) => idOf(data))).toEqual([before, live]);
    expect(came[1]?.data?.riskInformationTakenIn.riskInformation.center).toMatchObject({ name: 'name of center' });
    expect(came[1]?.extensions).toEqual({ cursor: expect.any(String) });
    subscription.unsubscribe();
    const stopping = await hub.another();
    const other = new ApolloClient({ link: new HttpLink({ uri: `${stopping.url}/graphql`, headers }), cache: new InMemoryCache() });
    let had = 0;
    const ended = new Promise((resolve) => other.subscribe<TakenIn>({ query: gql(takenIn), variables: { after } }).subscribe({ next: ({ data, error }) => (error ? resolve(error) : (had += data ? 1 : 0)), error: resolve }));
    await eventually(async () => had, (count) => count === 2);
    await stopping.close();
    expect(await ended).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIPTION_INTERRUPTED', after: (came[1]?.extensions as { cursor: string }).cursor } }] });
    for (const each of [client, other]) each.stop();
  });

  it('a refusal comes as an error with its code', async () => {
    const client = apollo();
    const refused = new Promise((resolve) => client.subscribe({ query: gql(takenIn), variables: { after: 'x' } }).subscribe({ next: (result) => result.error && resolve(result.error), error: resolve }));
    const error = await refused;
    expect(error).toMatchObject({ errors: [{ extensions: { code: 'EVENT_CURSOR_INVALID' } }] });
    expect(CombinedGraphQLErrors.is(error)).toBe(true);
    client.stop();
  });
});

describe('streams', () => {
  it('are let go of when the client goes', async () => {
    const narrow = await hub.another({ subscriptionsPerParty: 1 });
    const open = async () => {
      const controller = new AbortController();
      const after = await hub.centre.cursorOfNow();
      const answer = await request(`${narrow.url}/graphql`, { method: 'POST', signal: controller.signal, headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' }, body: JSON.stringify({ query: takenIn, variables: { after } }) });
      const chunks = answer.body[Symbol.asyncIterator]();
      return { controller, next: async () => String((await chunks.next().catch(() => ({ value: '' }))).value) };
    };
    const first = await open();
    expect(await first.next()).toBe(':\n\n');
    first.controller.abort();
    await eventually(async () => {
      const second = await open();
      const text = (await second.next()) + (await Promise.race([second.next(), hub.takeIn().then(() => second.next())]));
      second.controller.abort();
      return text;
    }, (text) => text.includes('"id"'));
    await narrow.close();
  });

  it('end, when the gateway stops, with the cursor to come back with', async () => {
    const stopping = await hub.another();
    const answer = await request(`${stopping.url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' }, body: JSON.stringify({ query: takenIn, variables: { after: await hub.centre.cursorOfNow() } }) });
    await hub.takeIn();
    let text = '';
    let closing: Promise<void> | undefined;
    for await (const chunk of answer.body) {
      text += String(chunk);
      if (text.includes('id: ')) closing ??= stopping.close();
    }
    await closing;
    const cursor = /id: (\S+)/.exec(text)?.[1];
    expect(text).toContain('SUBSCRIPTION_INTERRUPTED');
    expect(text).toContain(`"after":"${cursor}"`);
    expect(text).toMatch(/event: complete\ndata: \n\n$/);
  });

  it('are let go of when they have gone before anything is written', async () => {
    const { response, client, close } = await asked();
    const closed = once(response, 'close');
    client.destroy();
    await closed;
    let left = false;
    await streamResults(response, serverSentEvents(), new EventQueue(() => (left = true), () => false));
    expect(left).toBe(true);
    close();
  });

  it('that nobody reads end all the same, and are closed', async () => {
    const { response, client, close } = await asked();
    const queue = new EventQueue(() => undefined, () => false);
    const written = streamResults(response, serverSentEvents(), queue);
    client.pause();
    while (!queue.full) {
      queue.push({ data: { text: 'x'.repeat(1_000_000) }, extensions: { cursor: 'a' } });
      await immediate();
    }
    queue.end(new GraphQLError('The service stops.'));
    await written;
    await once(response, 'close');
    client.destroy();
    close();
  });
});

/** A request that a server has just got, and whose client is a socket. */
async function asked() {
  const server = createServer().listen(0, '127.0.0.1');
  const came = once(server, 'request') as Promise<[unknown, ServerResponse]>;
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect(port, '127.0.0.1', () => client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'));
  const [, response] = await came;
  return { response, client, close: () => void server.close() };
}

function serverSentEvents(): StreamFormat {
  const format = streamFormatOf('text/event-stream');
  if (!format) throw new Error('There is no such format.');
  return format;
}

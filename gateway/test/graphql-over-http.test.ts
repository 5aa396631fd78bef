import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { httpAudits } from './http-audits.js';
import { usersSubgraph } from './shop.js';
import type { SmallSubgraph } from './small-subgraph.js';

let users: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  users = await usersSubgraph();
  hub = await gatewayUnderTest([users]);
});
afterAll(async () => {
  await hub.close();
  await users.close();
});

describe('GraphQL over HTTP, as its audit asks it: a server', () => {
  it.each(httpAudits(() => `${hub.url}/graphql`, () => hub.token))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect({ ...result, response: undefined }).toMatchObject({ status: 'ok' });
  });
});

interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly search?: string;
}

async function send({ method = 'POST', headers = {}, body, search = '' }: Sent) {
  const response = await request(`${hub.url}/graphql${search}`, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await response.body.text();
  return { status: response.statusCode, type: response.headers['content-type'], allow: response.headers['allow'], text };
}

describe('the status of what GraphQL refuses', () => {
  const wrong = ['{ me {', '{ nothing }', 'query A { uncoded } query B { uncoded }', 'mutation ($name: String!) { rename(name: $name) { id } }'];
  const statusOf = async (query: string, accept: string | undefined) =>
    (await send({ headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.token}`, ...(accept ? { accept } : {}) }, body: JSON.stringify({ query }) })).status;

  it.each(wrong)('%s is 400, and 200 only for clients that name application/json alone', async (query) => {
    expect(await statusOf(query, undefined)).toBe(400);
    expect(await statusOf(query, '*/*')).toBe(400);
    expect(await statusOf(query, 'application/graphql-response+json')).toBe(400);
    expect(await statusOf(query, 'application/graphql-response+json, application/json;q=0.9')).toBe(400);
    expect(await statusOf(query, 'application/json')).toBe(200);
  });

  it('stays 401 for a caller who is not known, whatever the client names', async () => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const { status, type } = await send({ headers: { 'content-type': 'application/json', accept }, body: '{"query":"{ uncoded }"}' });
      expect({ status, type }).toEqual({ status: 401, type: `${accept}; charset=utf-8` });
    }
  });
});

describe('a request that another page could have sent in a user’s name (CSRF)', () => {
  const search = `?query=${encodeURIComponent('{ uncoded }')}`;
  const blocked: [title: string, sent: Sent][] = [
    ['a GET without any header of its own', { method: 'GET', search }],
    ['a POST of text/plain', { headers: { 'content-type': 'text/plain' }, body: '{"query":"{ uncoded }"}' }],
    ['a GET that says it holds a form', { method: 'GET', headers: { 'content-type': 'application/x-www-form-urlencoded' }, search }],
    ['a POST without a content type', { body: '' }],
  ];
  it.each(blocked)('is refused before anybody asks who it is: %s', async (_title, sent) => {
    const before = users.received.length;
    const { status, text } = await send(sent);
    expect(status).toBe(400);
    expect(text).toContain('Cross-Site Request Forgery');
    expect(users.received.length).toBe(before);
  });

  it('is not one that carries a bearer token or a header that pages must ask leave for', async () => {
    expect(await send({ method: 'GET', headers: { authorization: `Bearer ${hub.token}` }, search })).toMatchObject({ status: 200 });
    expect(await send({ method: 'GET', headers: { 'apollo-require-preflight': 'true' }, search })).toMatchObject({ status: 401 });
  });

  it('cannot come with the credentials that browsers add by themselves', async () => {
    const headers = { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` };
    expect(await send({ method: 'GET', headers, search })).toMatchObject({ status: 401 });
  });
});

describe('a GET', () => {
  it('does no act', async () => {
    const search = `?query=${encodeURIComponent('mutation { rename(name: "x") { id } }')}`;
    const before = users.received.length;
    expect(await send({ method: 'GET', headers: { authorization: `Bearer ${hub.token}` }, search })).toMatchObject({ status: 405, allow: 'POST' });
    expect(users.received.length).toBe(before);
  });
});

import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { keyFile } from '@hub/kernel/identity/key-file.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import fastify, { type FastifyInstance } from 'fastify';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jwksRoute } from '../src/jwks-route.js';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { usersSubgraph } from './shop.js';
import type { SmallSubgraph } from './small-subgraph.js';

let users: SmallSubgraph;
let labs: FastifyInstance;
let hub: GatewayUnderTest;
let exchangeUrl: string;
beforeAll(async () => {
  users = await usersSubgraph();
  labs = fastify({ forceCloseConnections: true });
  labs.get('/health/ready', async () => ({}));
  labs.get('/.well-known/report-keys.json', async () => ({ keys: ['of the labs'] }));
  labs.addContentTypeParser('application/offset+octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  labs.post('/evidence/labs/uploads', async ({ headers }, reply) => reply.code(201).header('location', '/evidence/labs/uploads/1').header('x-asked-by', headers.authorization).send());
  labs.patch('/evidence/labs/uploads/1', { bodyLimit: 100_000_000 }, async ({ body }, reply) => reply.code(204).header('upload-offset', String((body as Buffer).length)).send());
  labs.post('/imports/monitoring-center/uploads', async ({ headers }, reply) => reply.code(201).header('location', '/imports/monitoring-center/uploads/1').header('x-asked-by', headers.authorization).send());
  labs.get('/imports/monitoring-center/1/report', async (_request, reply) => reply.type('text/csv').send('row,key\n'));
  labs.get('/evidence/labs/sha-256:1', async (_request, reply) => reply.type('image/jpeg').send(Buffer.alloc(5_000_000, 1)));
  labs.get('/evidence/labs/slow', async ({ headers }) => {
    await delay(2_500);
    return { named: headers['x-request-id'] };
  });
  labs.get('/evidence/labs/named', async ({ headers }) => ({ named: headers['x-request-id'] }));
  labs.get('/catalogue', async ({ headers }) => ({ asked: [headers['x-forwarded-proto'], headers['x-forwarded-host']], by: headers.authorization }));
  labs.get('/catalogue.csv', async ({ url }) => url);
  labs.get('/secret', async () => ({}));
  labs.get<{ Querystring: { after?: string } }>('/public-notices', async ({ query }) => ({ notices: [], after: query.after ?? null }));
  labs.get('/public-notices/secret', async () => ({}));
  const url = await labs.listen({ host: '127.0.0.1', port: 0 });
  exchangeUrl = url;
  hub = await gatewayUnderTest([users], { subgraphs: { labs: url, exchange: url, regulator: url, 'monitoring-center': url } });
});
afterAll(async () => {
  await hub.close();
  await Promise.all([users.close(), labs.close()]);
});

async function get(path: string, url = hub.url, headers = {}) {
  const { statusCode, headers: received, body } = await request(new URL(path, url), { headers });
  const text = await body.text();
  return { status: statusCode, headers: received, text, json: () => JSON.parse(text) as Record<string, unknown> };
}

describe('health', () => {
  it('is live', async () => {
    expect(await get('/health/live')).toMatchObject({ status: 200 });
  });

  it('is ready when every subgraph is, and else names those that are not', async () => {
    expect((await get('/health/ready')).json()).toEqual({ status: 'ready' });
    users.behave('not ready');
    const found = await eventually(() => get('/health/ready'), ({ status }) => status === 503);
    expect(found.json()).toMatchObject({ hindrances: { users: expect.stringContaining('is not ready') } });
    users.behave('well');
    await eventually(() => get('/health/ready'), ({ status }) => status === 200);
  });
});

describe('the addresses beside /graphql', () => {
  it('show the development issuer’s public keys, and none where another issuer is set', async () => {
    const { keys } = (await get('/.well-known/jwks.json')).json() as { keys: object[] };
    const own = await keyFile(join(hub.environment.dataDir, 'development-issuer.json')).jwks();
    expect(keys).toEqual(own.keys);
    expect(keys[0]).not.toHaveProperty('d');

    const server = fastify();
    jwksRoute(server, { kind: 'oidc', issuer: 'https://login.example.gov.cn/realms/hub' });
    expect(await server.inject('/.well-known/jwks.json')).toMatchObject({ statusCode: 404 });
  });

  it('lead to the labs’ keys, to public notices and to what the registry delivers, and nowhere else', async () => {
    expect((await get('/.well-known/report-keys.json')).json()).toEqual({ keys: ['of the labs'] });
    // What is open to the public, for whoever has no token.
    expect((await get('/public-notices?after=1')).json()).toEqual({ notices: [], after: '1' });
    const supergraph = await get('/registry/supergraph', hub.url, { authorization: `Bearer ${hub.token}` });
    expect(supergraph).toMatchObject({ status: 200, headers: { 'x-hub-signature': expect.stringContaining('..') } });
    expect(await get('/registry/supergraph')).toMatchObject({ status: 401 });
    const { etag } = supergraph.headers;
    const headers = { authorization: `Bearer ${hub.token}`, 'if-none-match': String(etag) };
    expect(await get('/registry/supergraph', hub.url, headers)).toMatchObject({ status: 304 });
    for (const path of ['/secret', '/public-notices/secret', '/.well-known/report-keys.json/../../secret', '/registry/../health/ready?', '/registry/%2e%2e/secret']) {
      expect((await get(path)).text).not.toBe('{}');
    }
    const { statusCode, body } = await request(new URL('/registry/supergraph', hub.url), { method: 'POST', body: 'x' });
    await body.dump();
    expect(statusCode).toBe(404);
  });

  it('lead to the catalogue of what is shared, and tell its owner who asks and at which address', async () => {
    const authorization = `Bearer ${hub.token}`;
    expect((await get('/catalogue', hub.url, { authorization })).json()).toEqual({ asked: ['http', new URL(hub.url).host], by: authorization });
    const before = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'hub.example.cn' };
    // Any caller could say so.
    expect((await get('/catalogue', hub.url, before)).json()).toEqual({ asked: ['http', new URL(hub.url).host] });
    expect((await get('/catalogue.csv?code=1')).text).toBe('/catalogue.csv?code=1');
    for (const path of ['/catalogue/secret', '/catalogue.csv/secret', '/catalogue/../secret']) expect(await get(path), path).toMatchObject({ status: 404 });
  });

  it('tell the owner the address of what stands before the gateway, where that is trusted', async () => {
    const behind = await gatewayUnderTest([users], { subgraphs: { exchange: exchangeUrl }, trustedProxies: ['127.0.0.0/8'] });
    try {
      const before = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'hub.example.cn' };
      expect((await get('/catalogue', behind.url, before)).json()).toEqual({ asked: ['https', 'hub.example.cn'] });
    } finally {
      await behind.close();
    }
  });

  it('lead files of evidence to their owner and back, with who asks, however large they are', async () => {
    const authorization = `Bearer ${hub.token}`;
    const ask = async (method: 'GET' | 'POST' | 'PATCH', path: string, body?: Buffer) => {
      const headers = { authorization, 'tus-resumable': '1.0.0', ...(body && { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }) };
      const answer = await request(new URL(path, hub.url), { method, headers, body: body ?? null });
      return { status: answer.statusCode, headers: answer.headers, body: Buffer.from(await answer.body.arrayBuffer()) };
    };
    expect(await ask('POST', '/evidence/labs/uploads')).toMatchObject({ status: 201, headers: { location: '/evidence/labs/uploads/1', 'x-asked-by': authorization } });
    // More than a body of GraphQL may have.
    expect(await ask('PATCH', '/evidence/labs/uploads/1', Buffer.alloc(8_000_000))).toMatchObject({ status: 204, headers: { 'upload-offset': '8000000' } });
    expect((await ask('GET', '/evidence/labs/sha-256:1')).body.equals(Buffer.alloc(5_000_000, 1))).toBe(true);
    expect((await ask('GET', '/evidence/labs/../../secret')).status).toBe(404);
  });

  it('lead files on though their client waits to be told to go on (Expect: 100-continue)', async () => {
    const content = Buffer.alloc(1_000, 1);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: `Bearer ${hub.token}`, 'content-type': 'application/offset+octet-stream', 'content-length': content.length, expect: '100-continue' };
      const sent = httpRequest(new URL('/evidence/labs/uploads/1', hub.url), { method: 'PATCH', headers });
      sent.once('continue', () => sent.end(content));
      sent.once('response', (answer) => resolve(answer.resume().statusCode));
      sent.once('error', reject);
      sent.flushHeaders();
    });
    expect(status).toBe(204);
  });

  it('take in what is to be imported, and give its report', async () => {
    const headers = { authorization: `Bearer ${hub.token}`, 'upload-length': '1' };
    const { statusCode, headers: received } = await request(new URL('/imports/monitoring-center/uploads', hub.url), { method: 'POST', headers });
    expect([statusCode, received['location'], received['x-asked-by']]).toEqual([201, '/imports/monitoring-center/uploads/1', headers.authorization]);
    expect(await get('/imports/monitoring-center/1/report')).toMatchObject({ status: 200, text: 'row,key\n' });
  });

  it('give a file longer than an answer of GraphQL has', async () => {
    expect(await get('/evidence/labs/slow')).toMatchObject({ status: 200 });
  });

  it('are asked under a name of the request as everywhere: the caller’s, or one of the gateway’s', async () => {
    const named = async (headers = {}) => (await get('/evidence/labs/named', hub.url, headers)).json()['named'];
    expect(await named({ 'x-request-id': 'my-own' })).toBe('my-own');
    expect(await named({ 'x-request-id': 'hub-as-if-of-the-gateway' })).toMatch(/^hub-[0-9a-f-]{36}$/);
    expect(await named()).toMatch(/^hub-[0-9a-f-]{36}$/);
  });

  it('say which owner does not answer, in the caller’s language', async () => {
    const away = fastify();
    const url = await away.listen({ host: '127.0.0.1', port: 0 });
    await away.close();
    const other = await gatewayUnderTest([users], { subgraphs: { labs: url, regulator: url } });
    const answer = await get('/.well-known/report-keys.json', other.url, { 'accept-language': 'en' });
    const health = await get('/health/ready', other.url);
    await other.close();
    expect(answer.status).toBe(503);
    expect(answer.json()).toMatchObject({ errors: [{ message: expect.stringContaining('kept by labs'), extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] });
    expect(health.json()).toMatchObject({ hindrances: { labs: 'does not answer' } });
  });
});

it('a request that is under way when the gateway closes is answered', async () => {
  const other = await gatewayUnderTest([users]);
  const before = users.received.length;
  users.behave('silently');
  const answer = other.ask('{ me { name } }');
  await eventually(async () => users.received.length, (received) => received > before);
  users.behave('well');
  await other.close();
  expect(await answer).toMatchObject({ errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] });
});

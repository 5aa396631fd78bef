import { gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubPages } from '../src/pages/hub-pages.js';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { smallSubgraph, type SmallSubgraph } from './small-subgraph.js';

const identity = { name: 'center', partyId: 'center', party: '监测中心', roles: ['ANALYST', 'SAMPLER'], defaultRole: 'ANALYST' };

let people: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  people = await smallSubgraph('people', 'type Query { hello: String }', { Query: { hello: () => 'hello' } });
  hub = await gatewayUnderTest([people], { demoIdentities: [identity] });
});
afterAll(async () => {
  await hub.close();
  await people.close();
});

const get = (path: string, { headers = {}, by = hub } = {}) => request(new URL(path, by.url), { headers });
const tokenFor = (body: object, headers: Record<string, string> = {}) =>
  request(new URL('/explorer/token', hub.url), { method: 'POST', headers: { 'content-type': 'application/json', origin: new URL(hub.url).origin, ...headers }, body: JSON.stringify(body) });

describe.each(['/console', '/console/subgraphs/labs', '/explorer', '/sandbox'])('the page at %s', (path) => {
  it('and all that it loads at first comes from the hub, under a policy that lets in no script of anybody else', async () => {
    const { statusCode, headers, body } = await get(path);
    const html = await body.text();
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain(`connect-src 'self' ws://${new URL(hub.url).host}`);
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address).filter((address) => !address.startsWith('data:'));
    expect(loaded.length).toBeGreaterThan(1);
    for (const address of loaded) {
      const asset = await get(address);
      await asset.body.dump();
      expect([address, asset.statusCode, asset.headers['cache-control']]).toEqual([address, 200, 'public, max-age=31536000, immutable']);
      expect([address, asset.headers['x-content-type-options'], asset.headers['content-security-policy']]).toEqual([address, 'nosniff', expect.stringContaining("default-src 'none'; script-src 'self';") as unknown]);
    }
  });

  it('brings its scripts compressed to whom that can be read, and as they are to others', async () => {
    const html = await (await get(path)).body.text();
    const [, script = ''] = /<script[^>]+src="([^"]+)"/.exec(html) ?? [];
    const compressed = await get(script, { headers: { 'accept-encoding': 'gzip' } });
    const plain = await get(script, { headers: { 'accept-encoding': 'identity' } });
    expect([compressed.headers['content-encoding'], compressed.headers['content-type'], plain.headers['content-encoding']]).toEqual(['gzip', plain.headers['content-type'], undefined]);
    const text = await plain.body.text();
    expect(gunzipSync(await compressed.body.bytes()).toString()).toBe(text);
  });

  it('does not take a name from a header into its policy that is none', async () => {
    const { headers } = await get(path, { headers: { host: "evil.example; script-src 'unsafe-eval'" } });
    expect(String(headers['content-security-policy'])).not.toContain('evil');
  });
});

it('pages that are switched off are not there', async () => {
  const closed = await gatewayUnderTest([people], { console: false, explorer: false, sandbox: false });
  try {
    for (const path of ['/console', '/console/subgraphs', '/explorer', '/sandbox', '/explorer/identities']) expect((await get(path, { by: closed })).statusCode).toBe(404);
  } finally {
    await closed.close();
  }
});

describe('demo identities', () => {
  it('are offered with their roles, and give a token under which the hub is asked', async () => {
    expect(await (await get('/explorer/identities')).body.json()).toEqual([{ name: 'center', party: '监测中心', roles: ['ANALYST', 'SAMPLER'], defaultRole: 'ANALYST' }]);
    const { token } = (await (await tokenFor({ name: 'center', role: 'SAMPLER' })).body.json()) as { token: string };
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({ sub: 'center.1', party: 'center', role: 'SAMPLER' });
    expect(await hub.ask('{ hello }', { headers: { authorization: `Bearer ${token}` } })).toMatchObject({ data: { hello: 'hello' } });
  });

  it('are no more than they are: another name, another role, no name are refused with what to do', async () => {
    for (const wanted of [{ name: 'nobody', role: 'ANALYST' }, { name: 'center', role: 'OFFICER' }]) {
      const { statusCode, body } = await tokenFor(wanted, { 'accept-language': 'en' });
      expect([statusCode, await body.json()]).toMatchObject([400, { errors: [{ message: expect.stringContaining('/explorer/identities') as string, extensions: { code: 'DEMO_IDENTITY_UNKNOWN' } }] }]);
    }
    expect((await tokenFor({})).statusCode).toBe(400);
  });

  it('are nobody’s who comes under another name than this machine’s: a page elsewhere could lead its own name here', async () => {
    for (const host of ['evil.example', '192.168.1.2:4000', 'localhost.evil.example', '127.0.0.1.evil.example']) {
      expect(await (await get('/explorer/identities', { headers: { host } })).body.json()).toEqual([]);
      expect((await tokenFor({ name: 'center', role: 'ANALYST' }, { host, origin: `http://${host}` })).statusCode).toBe(400);
    }
    // A proxy on this machine that says nothing of itself: the page was opened under its name.
    expect((await tokenFor({ name: 'center', role: 'ANALYST' }, { origin: 'https://hub.example' })).statusCode).toBe(400);
  });

  it('are nobody’s on another machine, whatever name it shows, nor behind a proxy', async () => {
    const server = fastify();
    try {
      await hubPages(server, hub.environment);
      const from = async (remoteAddress: string, headers: Record<string, string> = {}) =>
        (await server.inject({ url: '/explorer/identities', remoteAddress, headers: { host: 'localhost:4000', ...headers } })).json<unknown[]>().length;
      expect(await Promise.all(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map((peer) => from(peer)))).toEqual([1, 1, 1]);
      expect(await Promise.all(['192.168.1.7', '10.127.0.0', '::ffff:10.0.0.1'].map((peer) => from(peer)))).toEqual([0, 0, 0]);
      for (const header of ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']) expect(await from('127.0.0.1', { [header]: '192.168.1.7' })).toBe(0);
      const minted = await server.inject({ method: 'POST', url: '/explorer/token', remoteAddress: '192.168.1.7', headers: { host: 'localhost', origin: 'http://localhost' }, payload: { name: 'center', role: 'ANALYST' } });
      expect(minted.statusCode).not.toBe(200);
    } finally {
      await server.close();
    }
  });

  it('are not offered under another issuer than the development’s', async () => {
    // Such an issuer is asked at the start of a whole gateway; its pages alone need none.
    const server = fastify();
    try {
      await hubPages(server, { ...hub.environment, issuer: { kind: 'oidc', issuer: 'https://login.example.gov.cn/realms/hub' } });
      expect((await server.inject({ url: '/explorer/identities', headers: { host: '127.0.0.1:4000' } })).json()).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemKey } from '@hub/client';
import { createDevelopmentIssuer } from '@hub/kernel/identity/development-issuer.js';
import { keyThumbprint } from '@hub/kernel/identity/key-thumbprint.js';
import { publishedKey } from '@hub/kernel/identity/published-client-keys.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { handMadeToken } from './hand-made-token.js';
import { productsSubgraph, usersSubgraph } from './shop.js';
import type { SmallSubgraph } from './small-subgraph.js';

let users: SmallSubgraph;
let products: SmallSubgraph;
let hub: GatewayUnderTest;
let elsewhere: string;
/** A system of the centre, whose key the exchange publishes, which is played here. */
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const system = { privateJwk: privateKey.export({ format: 'jwk' }), userId: 'center.lims', partyId: 'center', role: 'ANALYST' };
let exchange: Server;
beforeAll(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'hub-elsewhere-'));
  await createDevelopmentIssuer(elsewhere);
  [users, products] = await Promise.all([usersSubgraph(), productsSubgraph()]);
  const publicJwk = publicKey.export({ format: 'jwk' });
  const key = publishedKey({ ...system, publicJwk, id: await keyThumbprint(publicJwk), until: null });
  exchange = createServer((_request, response) => void response.end(JSON.stringify({ keys: [key] })));
  await new Promise<void>((resolve) => exchange.listen(0, '127.0.0.1', resolve));
  hub = await gatewayUnderTest([users, products], { subgraphs: { exchange: `http://127.0.0.1:${(exchange.address() as AddressInfo).port}` } });
});
afterAll(async () => {
  await hub.close();
  await Promise.all([users.close(), products.close(), new Promise((resolve) => exchange.close(resolve))]);
  await rm(elsewhere, { recursive: true });
});

describe('a token that proves nothing gets no data (5.4.3 d)', () => {
  const minuteAgo = () => Math.floor(Date.now() / 1000) - 60;
  const tokens: [title: string, token: () => Promise<string | undefined>][] = [
    ['missing', async () => undefined],
    ['expired', () => handMadeToken(hub.environment.dataDir, { exp: minuteAgo() })],
    ['for another audience', () => handMadeToken(hub.environment.dataDir, { aud: 'another hub' })],
    ['of another issuer', () => handMadeToken(hub.environment.dataDir, { iss: 'urn:somebody' })],
    ['signed by another key', () => handMadeToken(elsewhere)],
    ['with alg none', () => handMadeToken(hub.environment.dataDir, {}, 'none')],
  ];
  const queries = { data: '{ me { name } }', introspection: '{ __schema { types { name } } }', 'a type name': '{ __typename }' };
  for (const [title, token] of tokens) {
    it(`when it is ${title}, not even for introspection`, async () => {
      const given = await token();
      for (const query of Object.values(queries)) {
        const before = users.received.length;
        const answer = await hub.ask(query, { headers: { authorization: given && `Bearer ${given}` } });
        expect(answer.status).toBe(401);
        expect(answer).not.toHaveProperty('data');
        expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
        expect(users.received.length).toBe(before);
      }
    });
  }

  it('says so in the language of the caller', async () => {
    const said = async (language: string) =>
      (await hub.ask('{ __typename }', { headers: { authorization: undefined, 'accept-language': language } })).errors?.[0]?.message;
    expect(await said('zh-CN,zh;q=0.9')).toContain('无法确认请求者身份');
    expect(await said('en-GB')).toContain('Who asks is not known');
  });
});

describe('a token that a system of a party signs (系统密钥)', () => {
  // What the gateway answers by itself, and what may go on beside the subscriptions of whom the token names: no owner would be asked.
  const asked = async (as: Partial<typeof system>) => {
    const authorization = `Bearer ${await systemKey({ ...system, ...as })()}`;
    const streamed = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { authorization, accept: 'text/event-stream', 'content-type': 'application/json' }, body: JSON.stringify({ query: 'subscription { happened { id } }' }) });
    await streamed.body?.cancel();
    return { query: (await hub.ask('{ __typename }', { headers: { authorization } })).status, subscription: streamed.status };
  };

  it('lets in the user and party for whom its key was issued, and is 401 at the gateway itself for anybody else', async () => {
    expect((await asked({})).query).toBe(200);
    expect((await asked({})).subscription).not.toBe(401);
    for (const other of [{ userId: 'center.1' }, { partyId: 'platform-1' }, { userId: 'platform-1.1', partyId: 'platform-1', role: 'OFFICER' }]) {
      expect(await asked(other), JSON.stringify(other)).toEqual({ query: 401, subscription: 401 });
    }
  });
});

describe('a valid token', () => {
  it('opens introspection', async () => {
    const answer = await hub.ask('{ __type(name: "User") { fields { name } } }');
    expect(answer.data).toEqual({ __type: { fields: [{ name: 'id' }, { name: 'name' }, { name: 'email' }, { name: 'phone' }] } });
  });

  it('travels on unchanged with language, purpose and delegation, and nothing else of the caller does', async () => {
    await hub.ask('{ products { seller { name } } }', { headers: { 'x-hub-purpose': 'SUPERVISION', 'x-hub-delegation': 'a delegation', cookie: 'a=b', 'x-secret': 'c' } });
    for (const { received } of [users, products]) {
      expect(received.at(-1)).toMatchObject({ authorization: `Bearer ${hub.token}`, 'accept-language': 'en', 'x-hub-purpose': 'SUPERVISION', 'x-hub-delegation': 'a delegation' });
      expect(received.at(-1)).not.toHaveProperty('cookie');
      expect(received.at(-1)).not.toHaveProperty('x-secret');
    }
  });

  it('of somebody whom no subgraph knows gets one refusal and no data', async () => {
    users.behave('knowing nobody');
    products.behave('knowing nobody');
    const answer = await hub.ask('{ me { name } products { seller { name } } featured { title } }');
    users.behave('well');
    products.behave('well');
    expect(answer.status).toBe(401);
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors).toMatchObject([{ message: expect.stringMatching(/^Not known to/), extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('that one of two subgraphs does not know yet gets the data of the other and one refusal', async () => {
    users.behave('knowing nobody');
    const answer = await hub.ask('{ me { name } products { seller { name } } }');
    users.behave('well');
    expect(answer.status).toBe(200);
    expect(answer.data).toMatchObject({ me: null, products: [{ seller: { name: null } }, {}, {}] });
    expect(answer.errors).toMatchObject([{ message: 'Not known to users.', extensions: { code: 'UNAUTHENTICATED', owner: 'users' } }]);
  });
});

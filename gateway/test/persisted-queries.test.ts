import { createHash } from 'node:crypto';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { usersSubgraph } from './shop.js';
import type { SmallSubgraph } from './small-subgraph.js';

let users: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  users = await usersSubgraph();
  hub = await gatewayUnderTest([users], { persistedQueriesBytes: 2_048, limits: { LIMIT_ROOT_FIELDS: 2 } });
});
afterAll(async () => {
  await hub.close();
  await users.close();
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const extensionOf = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

async function post(body: object, url = hub.url, token = hub.token) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'accept-language': 'en' };
  const { statusCode, body: answer } = await request(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: statusCode, ...((await answer.json()) as { data?: object; errors?: { message: string; extensions: object }[] }) };
}

const unknown = { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };

describe('an automatic persisted query', () => {
  it('is asked for by its hash once somebody has sent it with its hash, also by GET', async () => {
    const query = '{ me { name(upper: true) } }';
    const extensions = extensionOf(hashOf(query));
    expect(await post({ extensions })).toMatchObject(unknown);
    expect(await post({ query, extensions })).toMatchObject({ data: { me: { name: 'NAME OF u1' } } });
    expect(await post({ extensions })).toMatchObject({ data: { me: { name: 'NAME OF u1' } } });
    const search = `?extensions=${encodeURIComponent(JSON.stringify(extensions))}`;
    const { body } = await request(`${hub.url}/graphql${search}`, { headers: { authorization: `Bearer ${hub.token}` } });
    expect(await body.json()).toMatchObject({ data: { me: { name: 'NAME OF u1' } } });
  });

  it('cannot put another text under a hash', async () => {
    const hash = hashOf('{ me { id } }');
    const answer = await post({ query: '{ me { name } }', extensions: extensionOf(hash) });
    expect(answer).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining(hash), extensions: { code: 'PERSISTED_QUERY_MISMATCH' } }] });
    expect(await post({ extensions: extensionOf(hash) })).toMatchObject(unknown);
  });

  it('that goes beyond a limit is not kept', async () => {
    const query = '{ a: uncoded b: uncoded c: uncoded }';
    expect(await post({ query, extensions: extensionOf(hashOf(query)) })).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_ROOT_FIELDS' } }] });
    expect(await post({ extensions: extensionOf(hashOf(query)) })).toMatchObject(unknown);
  });

  it('that was not used for long makes room for others', async () => {
    const texts = Array.from({ length: 100 }, (_, n) => `query Number${n} { me { name } }`);
    for (const query of texts) await post({ query, extensions: extensionOf(hashOf(query)) });
    expect(await post({ extensions: extensionOf(hashOf(texts[0] ?? '')) })).toMatchObject(unknown);
    expect(await post({ extensions: extensionOf(hashOf(texts[99] ?? '')) })).toMatchObject({ data: { me: { name: 'name of u1' } } });
  });

  it('is not known where they are switched off', async () => {
    const other = await gatewayUnderTest([users], { persistedQueriesBytes: undefined });
    const query = '{ me { name } }';
    const answer = await post({ query, extensions: extensionOf(hashOf(query)) }, other.url, other.token);
    await other.close();
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }] });
  });
});

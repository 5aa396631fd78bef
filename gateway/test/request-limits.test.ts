import { Readable } from 'node:stream';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { productsSubgraph, usersSubgraph } from './shop.js';
import type { SmallSubgraph } from './small-subgraph.js';

let users: SmallSubgraph;
let products: SmallSubgraph;
let hub: GatewayUnderTest;
beforeAll(async () => {
  [users, products] = await Promise.all([usersSubgraph(), productsSubgraph()]);
  hub = await gatewayUnderTest([users, products], { limits: { LIMIT_BODY_BYTES: 2_000 } });
});
afterAll(async () => {
  await hub.close();
  await Promise.all([users.close(), products.close()]);
});

async function post(body: string, headers: Record<string, string> = {}) {
  const answer = await request(new URL('/graphql', hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.token}`, 'accept-language': 'en', ...headers },
    body,
  });
  return { status: answer.statusCode, body: (await answer.body.json()) as { errors?: { message: string; extensions: object }[] } };
}

const bodyOf = (bytes: number) => {
  const [before, after] = ['{"query":"{ me { name } }","variables":{"padding":"', '"}}'];
  return before + 'x'.repeat(bytes - before.length - after.length) + after;
};

describe('LIMIT_BODY_BYTES', () => {
  it('lets the limit itself pass', async () => {
    expect(await post(bodyOf(2_000))).toMatchObject({ status: 200, body: { data: { me: { name: 'name of u1' } } } });
  });

  it('refuses one more byte with 413, says the limit, what came and what to do', async () => {
    const answer = await post(bodyOf(2_001));
    expect(answer).toMatchObject({ status: 413, body: { errors: [{ extensions: { code: 'LIMIT_BODY_BYTES' } }] } });
    expect(answer.body.errors?.[0]?.message).toMatch(/2001 bytes.*2000.*several requests/);
    expect((await post(bodyOf(2_001), { 'accept-language': 'zh-CN' })).body.errors?.[0]?.message).toContain('上限为 2000 字节');
  });

  it('refuses also what does not say how long it is', async () => {
    const { statusCode, body } = await request(new URL('/graphql', hub.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.token}`, 'accept-language': 'en' },
      body: Readable.from([bodyOf(2_001)], { objectMode: false }),
    });
    expect({ statusCode, body: await body.json() }).toMatchObject({ statusCode: 413, body: { errors: [{ extensions: { code: 'LIMIT_BODY_BYTES' } }] } });
  });
});

describe('a body', () => {
  const nested = (levels: number, text = '"]["') => `{"query":"{ me { name } }","variables":{"a":${'['.repeat(levels - 2)}${text}${']'.repeat(levels - 2)}}}`;

  it('that nests as deep as is allowed is read, brackets in its texts not counted', async () => {
    expect(await post(nested(250, JSON.stringify(`\\"${'['.repeat(400)}`)))).toMatchObject({ status: 200, body: { data: { me: { name: 'name of u1' } } } });
  });

  it('that nests deeper is refused before it is read, also from somebody who is not known', async () => {
    for (const headers of [{}, { authorization: 'Bearer none' }]) {
      const answer = await post(nested(251), headers);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringMatching(/251 levels.*250/), extensions: { code: 'JSON_TOO_DEEP' } }] } });
    }
    expect((await post(nested(251), { 'accept-language': 'zh-CN' })).body.errors?.[0]?.message).toContain('上限为 250 层');
  });
});

describe('a list of operations in one request', () => {
  it('is refused with a code, however short it is', async () => {
    for (const list of [[], [{ query: '{ uncoded }' }], [{ query: '{ uncoded }' }, { query: '{ me { name } }' }]]) {
      const answer = await post(JSON.stringify(list));
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BATCHING_OFF' } }] } });
      expect(answer.body.errors?.[0]?.message).toContain(`a list of ${list.length} operations`);
    }
  });
});

describe('LIMIT_TIME_MS', () => {
  it('ends an operation with what was there by then and one coded error, and cancels what is still asked', async () => {
    const other = await gatewayUnderTest([users, products], { limits: { LIMIT_TIME_MS: 2_000 }, upstreamTimeout: 60_000 });
    users.behave('silently');
    const { status, data, errors } = await other.ask('{ products { title seller { name } } featured { seller { name } } me { name } }');
    users.behave('well');
    await other.close();
    expect(status).toBe(200);
    expect(data).toMatchObject({ me: null, products: [{ title: 'product 1', seller: { name: null } }, {}, {}], featured: { seller: { name: null } } });
    expect(errors).toMatchObject([{ message: expect.stringMatching(/2000 ms.*Ask for less/), extensions: { code: 'LIMIT_TIME_MS', limit: 2_000 } }]);
    expect(errors).toHaveLength(1);
  });
});

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Safelist } from '../src/limits/operations/safelist.js';
import { OperationList } from '../src/limits/operations/operation-list.js';
import { consoleManifest } from '../src/pages/console-manifest.js';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';
import { usersSubgraph } from './shop.js';
import type { SmallSubgraph } from './small-subgraph.js';

const listed = 'query Me($upper: Boolean) {\n  me {\n    name(upper: $upper)\n  }\n}';
const id = createHash('sha256').update(listed).digest('hex');
const wide = 'query Wide { a: uncoded b: uncoded c: uncoded }';
const short = 'query Short { me { id } }';
const manifest = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    { id, body: listed, name: 'Me', type: 'query' },
    { id: 'short', body: short, name: 'Short', type: 'query' },
    { id: 'wide', body: wide, name: 'Wide', type: 'query' },
  ],
};

let folder: string;
let file: string;
let users: SmallSubgraph;
let enforcing: GatewayUnderTest;
let logging: GatewayUnderTest;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-safelist-'));
  file = join(folder, 'operations.json');
  await writeFile(file, JSON.stringify(manifest));
  users = await usersSubgraph();
  enforcing = await gatewayUnderTest([users], { safelist: { mode: 'enforce', file }, limits: { LIMIT_ROOT_FIELDS: 2 } });
  logging = await gatewayUnderTest([users], { safelist: { mode: 'log', file } });
});
afterAll(async () => {
  await Promise.all([enforcing.close(), logging.close()]);
  await users.close();
  await rm(folder, { recursive: true });
});

async function post(hub: GatewayUnderTest, body: object, language = 'en') {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${hub.token}`, 'accept-language': language };
  const { statusCode, body: answer } = await request(`${hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: statusCode, ...((await answer.json()) as { data?: object; errors?: { message: string; extensions: object }[] }) };
}

const byId = { extensions: { persistedQuery: { version: 1, sha256Hash: id } } };
const mine = { data: { me: { name: 'NAME OF u1' } } };
const variables = { upper: true };

describe.each([
  ['enforced', () => enforcing],
  ['that only logs', () => logging],
])('a list of operations %s', (_title, hub) => {
  it('lets in what is listed: by its id alone, as clients of Apollo and as GraphQL over HTTP send it, and by its text', async () => {
    expect(await post(hub(), { ...byId, variables })).toMatchObject(mine);
    expect(await post(hub(), { documentId: id, variables })).toMatchObject(mine);
    expect(await post(hub(), { documentId: `sha256:${id}`, variables })).toMatchObject(mine);
    expect(await post(hub(), { query: listed, variables })).toMatchObject(mine);
    expect(await post(hub(), { query: listed, ...byId, variables })).toMatchObject(mine);
  });

  it('knows what has an id of its own also by the hash of its text, which is what clients of automatic persisted queries send', async () => {
    const sha256Hash = createHash('sha256').update(short).digest('hex');
    expect(await post(hub(), { extensions: { persistedQuery: { version: 1, sha256Hash } } })).toMatchObject({ data: { me: { id: 'u1' } } });
  });

  it('knows a text whatever white space and comments it has', async () => {
    expect(await post(hub(), { query: 'query Me($upper: Boolean,) { me { name(upper: $upper) } } # mine', variables })).toMatchObject(mine);
  });

  it('lets in by GET', async () => {
    const search = new URLSearchParams({ extensions: JSON.stringify(byId.extensions), variables: JSON.stringify(variables) });
    const { body } = await request(`${hub().url}/graphql?${search.toString()}`, { headers: { authorization: `Bearer ${hub().token}` } });
    expect(await body.json()).toMatchObject(mine);
  });
});

describe('a list of operations enforced', () => {
  const others: [title: string, body: object][] = [
    ['another text', { query: 'query Mine { me { name } }' }],
    ['another id', { extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['another text that registers itself', (() => {
      const query = 'query Mine { me { name } }';
      return { query, extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } } };
    })()],
    ['another text under a listed id', { query: '{ me { email } }', documentId: id }],
  ];
  it.each(others)('refuses %s before any subgraph is asked', async (_title, body) => {
    const before = users.received.length;
    const answer = await post(enforcing, body);
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'OPERATION_NOT_LISTED' } }] });
    expect(users.received.length).toBe(before);
  });

  it('names what is refused, in the language of the caller', async () => {
    const body = { query: 'query Mine { me { name } }', operationName: 'Mine' };
    expect((await post(enforcing, body)).errors?.[0]?.message).toMatch(/^The operation Mine is not in .* list/);
    expect((await post(enforcing, body, 'zh-CN')).errors?.[0]?.message).toContain('操作 Mine 不在本库的操作清单内');
  });

  it('leaves the limits in force for what is listed', async () => {
    expect(await post(enforcing, { documentId: 'wide' })).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_ROOT_FIELDS' } }] });
  });

  it('lets in what the console asks where the console is served, and nowhere else', async () => {
    const { operations } = JSON.parse(await readFile(consoleManifest, 'utf8')) as { readonly operations: readonly { readonly name: string; readonly body: string }[] };
    const body = { query: operations.find(({ name }) => name === 'ConsoleViewer')?.body };
    const serving = await gatewayUnderTest([users], { console: true, safelist: { mode: 'enforce', file } });
    const without = await gatewayUnderTest([users], { console: false, safelist: { mode: 'enforce', file } });
    // These subgraphs have no such field: the operation was let in, and is then found to be none of theirs.
    expect(JSON.stringify(await post(serving, body))).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(await post(serving, { query: listed, variables })).toMatchObject(mine);
    expect(await post(without, body)).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_NOT_LISTED' } }] });
    await Promise.all([serving.close(), without.close()]);
  });

  it('says of a request without an operation what it lacks', async () => {
    expect(await post(enforcing, { variables: {} })).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe('a list of operations that Relay’s compiler wrote', () => {
  it('lets in what is listed, by the id that it has there, by the hash of its text and by its text, and nothing else', async () => {
    const relay = join(folder, 'persisted_queries.json');
    await writeFile(relay, JSON.stringify({ 'md5-of-relay': listed }));
    const hub = await gatewayUnderTest([users], { safelist: { mode: 'enforce', file: relay } });
    try {
      for (const body of [{ documentId: 'md5-of-relay' }, byId, { query: listed }]) expect(await post(hub, { ...body, variables })).toMatchObject(mine);
      for (const body of [{ documentId: 'short' }, { query: short }]) expect(await post(hub, body)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'OPERATION_NOT_LISTED' } }] });
    } finally {
      await hub.close();
    }
  });
});

describe('a list of operations that only logs', () => {
  it('lets in what is not listed', async () => {
    expect(await post(logging, { query: 'query Mine { me { name } }' })).toMatchObject({ data: { me: { name: 'name of u1' } } });
  });

  it('tells it in the log by hash and name, and what is listed it does not', () => {
    const told: object[] = [];
    const log = { warn: (details: object) => void told.push(details) } as never;
    const safelist = new Safelist({ current: () => new OperationList(manifest.operations) }, 'log', log);
    const asked = { operationName: 'Mine', hash: undefined, id: undefined };
    safelist.check({ ...asked, query: listed }, 'en');
    safelist.check({ ...asked, query: '{ me { id } }' }, 'en');
    expect(told).toEqual([{ operation: { id: createHash('sha256').update('{ me { id } }').digest('hex'), name: 'Mine' } }]);
  });
});

describe('a manifest that is none stops the start with what is wrong', () => {
  it.each([
    ['is not there', undefined, /cannot be read as JSON/],
    ['is no JSON', '{', /cannot be read as JSON/],
    ['has another format', JSON.stringify({ ...manifest, format: 'relay' }), /is no manifest of operations: format /],
    ['holds what is no GraphQL', JSON.stringify({ ...manifest, operations: [{ ...manifest.operations[0], body: '{' }] }), /operations\.0\.body is no GraphQL document/],
    ['holds under an id what is no GraphQL', JSON.stringify({ 'id-of-relay': '{' }), /is no manifest of operations: id-of-relay is no GraphQL document\. Right would be /],
    ['names no operation', '{}', /is no manifest of operations: names no operation\. /],
  ])('as when it %s', async (_title, text, said) => {
    const wrong = join(folder, 'wrong.json');
    await rm(wrong, { force: true });
    if (text !== undefined) await writeFile(wrong, text);
    await expect(gatewayUnderTest([users], { safelist: { mode: 'enforce', file: wrong } })).rejects.toThrow(said);
  });
});

import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { mintServiceToken } from '@hub/kernel/identity/development-issuer.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { sdl as labsSdl } from '@hub/schema/generated/labs.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RegistryDatabase } from '../src/repository/database.js';
import { oneAtATime } from '../src/repository/schemas-in-force.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
let steward: string;
let gateway: string;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
  steward = await hub.tokenOf('steward');
  gateway = await mintServiceToken(hub.environment.dataDir, 'gateway', '1h');
});
afterAll(() => hub.close());

async function send(method: string, path: string, token: string, body?: object) {
  const response = await fetch(new URL(path, hub.url), {
    method,
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, etag: response.headers.get('etag'), body: (response.status === 304 ? {} : await response.json()) as Record<string, unknown> };
}
const body = 'query Former { former }';
const withFormer = `${labsSdl}\n\nextend type Query { "曾用字段 (5.4.3 c)" former: String @sharing(owner: "labs", terms: "t", class: UNCONDITIONAL, audience: [{ kinds: [LAB], basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL) }`;
interface Check {
  readonly id: string;
  readonly status: string;
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
  readonly refusedOperations: readonly object[] | null;
}
const check = async (token = steward) => (await send('POST', '/registry/checks', token, { subgraph: 'labs', sdl: labsSdl })).body as unknown as Check;
const listed = async () => ((await send('GET', '/registry/operations', gateway)).body['operations'] as { name: string; type: string }[]).map(({ type, name }) => `${type} ${name}`);
let id: string;

it('an operation is registered once for each client, and only if it is one', async () => {
  const first = await send('POST', '/registry/operations', steward, { client: 'desk', body });
  expect(first).toMatchObject({ status: 200, body: { name: 'Former', client: 'desk', safelistedAt: null } });
  id = String(first.body['id']);
  expect((await send('POST', '/registry/operations', steward, { client: 'desk', body })).body['id']).toBe(id);
  // By the hash of every character, as a client that sends the hash reckons it.
  const ending = await send('POST', '/registry/operations', steward, { client: 'desk', body: `${body}\n` });
  expect(ending.body['hash']).toBe(sha256(`${body}\n`).replace('sha-256:', ''));
  await send('POST', '/registry/operation-retirements', steward, { operationId: String(ending.body['id']), reason: 'a test' });
  const other = await send('POST', '/registry/operations', steward, { client: 'app', body });
  expect(other.body).toMatchObject({ client: 'app', hash: first.body['hash'] });
  expect(other.body['id']).not.toBe(id);
  await send('POST', '/registry/operation-retirements', steward, { operationId: String(other.body['id']), reason: 'a test' });
  for (const wrong of ['query {', '{ former }', 'query A { former } query B { former }', 'fragment A on Query { former }']) {
    expect((await send('POST', '/registry/operations', steward, { client: 'desk', body: wrong })).status).toBe(422);
  }
});

it('one that comes while somebody publishes waits until that is done', async () => {
  let publish: () => void = () => undefined;
  const published = new Promise<void>((resolve) => (publish = resolve));
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const publishing = hub.database.$transaction(
    async (tx) => {
      await oneAtATime(tx);
      begin();
      await published;
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
  await begun;
  let registered = false;
  const registering = send('POST', '/registry/operations', steward, { client: 'waiting', body }).finally(() => (registered = true));
  const waiting = () => hub.database.$queryRaw<object[]>`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  await eventually(waiting, (locks) => registered || locks.length > 0);
  expect(registered).toBe(false);
  publish();
  await publishing;
  const { status, body: operation } = await registering;
  expect(status).toBe(200);
  await send('POST', '/registry/operation-retirements', steward, { operationId: String(operation['id']), reason: 'a test' });
});

it('stewards register and retire, and nobody else reads what clients ask', async () => {
  const lab = await hub.tokenOf('lab-1');
  const build = await tokenOfBuild();
  for (const token of [lab, build]) {
    expect((await send('POST', '/registry/operations', token, { client: 'desk', body })).status).toBeGreaterThanOrEqual(403);
    expect((await send('POST', '/registry/operation-retirements', token, { operationId: id, reason: 'a test' })).status).toBeGreaterThanOrEqual(403);
  }
  expect((await send('GET', '/registry/operations/registered', lab)).status).toBe(403);
  expect((await send('GET', '/registry/operations/registered', build)).body).toMatchObject({ errors: [{ extensions: { code: 'REGISTRY_TOKEN_ELSEWHERE' } }] });
  const { body: all } = await send('GET', '/registry/operations/registered?client=desk', steward);
  expect(all['nodes']).toMatchObject([{ name: 'Former', retiredBecause: 'a test' }, { id, name: 'Former', retiredAt: null }]);
  expect((await hub.ask<{ persistedOperations: null }>('lab-1', '{ persistedOperations(first: 1) { totalCount } }')).data.persistedOperations).toBeNull();
});

it('gateways are given what is on the list, and nothing else', async () => {
  expect(await listed()).toEqual([]);
  await send('POST', '/registry/operations', steward, { client: 'desk', body, safelist: true });
  // What is on the list stays there.
  await send('POST', '/registry/operations', steward, { client: 'desk', body });
  expect(await listed()).toEqual(['query Former']);
  const { etag } = await send('GET', '/registry/operations', gateway);
  const again = await fetch(new URL('/registry/operations', hub.url), { headers: { authorization: `Bearer ${gateway}`, 'if-none-match': etag ?? '' } });
  expect(again.status).toBe(304);
  const second = await send('POST', '/registry/operations', steward, { client: 'desk', body: 'query Second { former }', safelist: true });
  expect((await send('GET', '/registry/operations', gateway)).etag).not.toBe(etag);
  await send('POST', '/registry/operation-retirements', steward, { operationId: String(second.body['id']), reason: 'a test' });
  expect((await send('GET', '/registry/operations', gateway)).etag).toBe(etag);
  expect((await send('GET', '/registry/operations', steward)).status).toBe(403);
});

it('a change that breaks a registered operation is an error, though nobody has asked it', async () => {
  await recordedForLong();
  expect(await send('POST', '/registry/publications', steward, { subgraph: 'labs', sdl: withFormer, expectedVersion: 1, reason: 'a test' })).toMatchObject({ status: 200 });
  const refused = await check();
  expect(refused.status).toBe('REFUSED');
  expect(codesOf(refused)).toContain('REGISTERED_OPERATION_REFUSED');
  expect(refused.refusedOperations).toEqual([{ client: 'desk', name: 'Former', operationId: id, problem: 'Cannot query field "former" on type "Query".' }]);
  // An owner's build is told that there are some, and not whose.
  const told = await check(await tokenOfBuild());
  expect(codesOf(told)).toContain('REGISTERED_OPERATION_REFUSED');
  expect([told.refusedOperations, JSON.stringify(told)]).toEqual([null, expect.not.stringMatching(/desk|"Former"/) as unknown]);
}, 60_000);

it('a proposal tells stewards which registered operations it would break, others that there are some, and is not published over one that was registered since', async () => {
  const proposed = await propose();
  const problem = 'Cannot query field "former" on type "Query".';
  expect(proposed).toMatchObject({ state: 'OPEN', toApprove: ['BREAKING'], refusedOperations: [{ client: 'desk', name: 'Former', operationId: id, problem }] });
  const question = '{ schemaProposals(first: 1) { nodes { findings { code message } refusedOperations { client } } } }';
  const { data, errors } = await hub.ask<{ schemaProposals: { nodes: [{ findings: { code: string }[]; refusedOperations: null }] } }>('lab-1', question);
  expect(data.schemaProposals.nodes[0].findings.map(({ code }) => code)).toContain('REGISTERED_OPERATION_REFUSED');
  expect([data.schemaProposals.nodes[0].refusedOperations, JSON.stringify(data)]).toEqual([null, expect.not.stringMatching(/desk|"Former"/) as unknown]);
  expect(errors).toHaveLength(1);
  const asBuild = await send('GET', `/registry/proposals/${proposed.id}`, await tokenOfBuild());
  expect(asBuild).toMatchObject({ status: 200, body: { refusedOperations: null } });

  const another = await send('POST', '/registry/operations', steward, { client: 'app', body: 'query Since { former }' });
  const approval = { proposalId: proposed.id, kinds: ['BREAKING'], reason: 'a test' };
  const other = await hub.tokenOf({ identity: 'steward', user: 2 });
  expect(await send('POST', '/registry/proposal-approvals', other, approval)).toMatchObject({ status: 200, body: { state: 'APPROVED' } });
  const published = await send('POST', '/registry/proposal-publications', steward, { proposalId: proposed.id });
  expect(published.body).toMatchObject({ errors: [{ message: expect.stringContaining('REGISTERED_OPERATION_REFUSED') as unknown, extensions: { code: 'SCHEMA_NOT_GREEN' } }] });
  await send('POST', '/registry/operation-retirements', steward, { operationId: String(another.body['id']), reason: 'a test' });
  await send('POST', '/registry/rejections', steward, { proposalId: proposed.id, reason: 'a test' });
}, 60_000);

it('a manifest whose ids are its own registers as it is, and one id stands for one text', async () => {
  const register = (client: string, name: string, manifestId: string, safelist = true) => send('POST', '/registry/operations', steward, { client, body: `query ${name} { former }`, manifestId, safelist });
  const manifest = async () => ((await send('GET', '/registry/operations', gateway)).body['operations'] as { id: string; name: string }[]).map((each) => `${each.name} ${each.id}`);
  const { etag } = await send('GET', '/registry/operations', gateway);
  const relay = await register('relay', 'OfRelay', 'e1f0c2a4');
  expect(relay).toMatchObject({ status: 200, body: { manifestId: 'e1f0c2a4' } });
  expect(await manifest()).toContain('OfRelay e1f0c2a4');
  expect((await send('GET', '/registry/operations', gateway)).etag).not.toBe(etag);
  // The same again, and without an id, is the same operation.
  for (const again of [register('relay', 'OfRelay', 'e1f0c2a4'), send('POST', '/registry/operations', steward, { client: 'relay', body: 'query OfRelay { former }' })]) {
    expect((await again).body).toMatchObject({ id: relay.body['id'], manifestId: 'e1f0c2a4' });
  }
  // Another client with the same text may know it by another id, and by the same.
  const apollo = await register('apollo', 'OfRelay', 'sha256:of-apollo');
  expect(apollo.body).toMatchObject({ manifestId: 'of-apollo' });
  expect(await manifest()).toEqual(expect.arrayContaining(['OfRelay e1f0c2a4', 'OfRelay of-apollo']));
  const taken = { body: { errors: [{ extensions: { code: 'OPERATION_ID_TAKEN', field: 'manifestId' } }] } };
  expect(await register('app', 'Another', 'e1f0c2a4')).toMatchObject(taken);
  expect(await register('app', 'Another', String(relay.body['hash']))).toMatchObject(taken);
  expect(await register('relay', 'OfRelay', 'another-id')).toMatchObject(taken);
  expect((await register('app', 'Another', 'with space')).body).toMatchObject({ errors: [{ extensions: { code: 'VALUE_INVALID', field: 'manifestId' } }] });
  // The hash of the text is no id of its own.
  const own = await register('app', 'Another', sha256('query Another { former }').replace('sha-256:', ''));
  expect(own.body).toMatchObject({ manifestId: null });
  for (const operation of [relay, apollo, own]) await send('POST', '/registry/operation-retirements', steward, { operationId: String(operation.body['id']), reason: 'a test' });
  // What is retired holds no id.
  const free = await register('app', 'Later', 'e1f0c2a4');
  expect(free.status).toBe(200);
  await send('POST', '/registry/operation-retirements', steward, { operationId: String(free.body['id']), reason: 'a test' });
});

it('the hash of a text is the id of no other, whichever of the two comes first', async () => {
  const later = 'query KnownByItsHash { former }';
  const hash = sha256(later).replace('sha-256:', '');
  const first = await send('POST', '/registry/operations', steward, { client: 'app', body: 'query TookTheHash { former }', manifestId: hash });
  expect(first.status).toBe(200);
  for (const more of [{}, { manifestId: 'its-own' }]) {
    expect((await send('POST', '/registry/operations', steward, { client: 'desk', body: later, ...more })).body).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_ID_TAKEN', field: 'manifestId' } }] });
  }
  await send('POST', '/registry/operation-retirements', steward, { operationId: String(first.body['id']), reason: 'a test' });
  const free = await send('POST', '/registry/operations', steward, { client: 'desk', body: later });
  expect(free.status).toBe(200);
  await send('POST', '/registry/operation-retirements', steward, { operationId: String(free.body['id']), reason: 'a test' });
});

it('what was approved is not published over an operation that was registered since, whether a check was approved or a proposal', async () => {
  const other = await hub.tokenOf({ identity: 'steward', user: 2 });
  const inForce = await hub.database.schemaVersion.findFirstOrThrow({ where: { subgraph: 'labs' }, orderBy: { version: 'desc' } });
  const publish = () => send('POST', '/registry/publications', steward, { subgraph: 'labs', sdl: labsSdl, expectedVersion: inForce.version, reason: 'a test' });
  const approved = async () => {
    const { id: checkId } = await check();
    expect((await send('POST', '/registry/approvals', other, { checkId, kinds: ['BREAKING'], reason: 'a test' })).status).toBe(200);
  };
  const stopped = { body: { errors: [{ message: expect.stringContaining('REGISTERED_OPERATION_REFUSED') as unknown, extensions: { code: 'SCHEMA_NOT_GREEN' } }] } };
  const registered = async (name: string) => String((await send('POST', '/registry/operations', steward, { client: 'app', body: `query ${name} { former }` })).body['id']);

  await approved();
  expect((await check()).status).toBe('GREEN');
  const late = await registered('AfterTheCheck');
  expect(await publish()).toMatchObject(stopped);
  // A check tells so too, and to whom usage is also which it is.
  expect(await check()).toMatchObject({ status: 'REFUSED', refusedOperations: expect.arrayContaining([expect.objectContaining({ operationId: late })]) as unknown });
  await send('POST', '/registry/operation-retirements', steward, { operationId: late, reason: 'a test' });
  expect((await check()).status).toBe('GREEN');

  // The text of an approved proposal, published as the schema of its one subgraph.
  const before = await hub.database.schemaCheck.deleteMany({ where: { subgraph: 'labs' } });
  expect(before.count).toBeGreaterThan(0);
  const proposed = await propose();
  await send('POST', '/registry/proposal-approvals', other, { proposalId: proposed.id, kinds: ['BREAKING'], reason: 'a test' });
  const later = await registered('AfterTheProposal');
  expect(await publish()).toMatchObject(stopped);
  await send('POST', '/registry/operation-retirements', steward, { operationId: later, reason: 'a test' });
  await send('POST', '/registry/rejections', steward, { proposalId: proposed.id, reason: 'a test' });
}, 120_000);

it('an operation that was retired holds up no change', async () => {
  const retired = await send('POST', '/registry/operation-retirements', steward, { operationId: id, reason: 'the desk was rebuilt' });
  expect(retired.body).toMatchObject({ retiredBecause: 'the desk was rebuilt', retiredAt: expect.any(String) as unknown });
  expect(codesOf(await check())).not.toContain('REGISTERED_OPERATION_REFUSED');
  expect(await listed()).toEqual([]);
}, 60_000);

const propose = async () =>
  (await send('POST', '/registry/proposals', steward, { title: '提案', reason: '依据通知', changes: [{ subgraph: 'labs', sdl: labsSdl }] })).body as unknown as { readonly id: string; readonly state: string; readonly toApprove: readonly string[] };
const codesOf = ({ findings }: Check) => findings.filter(({ severity }) => severity === 'ERROR').map(({ code }) => code);

/** As if gateways had reported on each of the last days: what nobody has asked is then known to be unused. */
async function recordedForLong(): Promise<void> {
  const today = Date.now();
  await hub.database.usageDay.createMany({ data: Array.from({ length: 40 }, (_, n) => ({ day: new Date(new Date(today - n * 86_400_000).toISOString().slice(0, 10)) })), skipDuplicates: true });
}

async function tokenOfBuild(): Promise<string> {
  const { body: issued } = await send('POST', '/registry/tokens', steward, { subgraph: 'labs', name: 'CI', expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
  return String(issued['token']);
}

import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { signDetached, verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import type { RegistryDatabase } from '@hub/registry/repository/database.js';
import { registryKey } from '@hub/registry/repository/registry-key.js';
import { registryService } from '@hub/registry/service.js';
import { sdl as labsSdl } from '@hub/schema/generated/labs.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';

let registry: SubgraphUnderTest<RegistryDatabase>;
let hub: GatewayUnderTest;
let authorization: string;
beforeAll(async () => {
  registry = await subgraphUnderTest(registryService);
  hub = await onVariant('lab');
  authorization = `Bearer ${await registry.tokenOf('lab-1')}`;
}, 60_000);
afterAll(async () => {
  await hub.close();
  await registry.close();
});

/** A gateway on a contract. */
const onVariant = (supergraphVariant: 'lab' | 'public') =>
  gatewayUnderTest([], { supergraph: supergraphSdl, dataDir: registry.environment.dataDir, supergraphVariant, subgraphs: { registry: registry.url }, upstreamTimeout: 5_000 });
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(new URL(path, registry.url), { headers: { authorization: `Bearer ${await registry.tokenOf('center')}`, 'accept-language': 'en', ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

it('a gateway that is started on a contract knows what is open to its parties, and nothing else', async () => {
  const { data } = await hub.ask<{ region: object; there: object | null; hidden: object | null }>('{ region(code: "330100") { code } there: __type(name: "Sample") { name } hidden: __type(name: "Purchase") { name } }', { headers: { authorization } });
  expect(data).toEqual({ region: { code: '330100' }, there: { name: 'Sample' }, hidden: null });
  const { errors } = await hub.ask('{ monitoringPlans(first: 1) { totalCount } }', { headers: { authorization } });
  expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

it('a gateway on a contract hands nobody the whole', async () => {
  expect((await fetch(new URL('/registry/supergraph', hub.url), { headers: { authorization } })).status).toBe(404);
});

it('contracts that were signed without saying which they are, are signed anew', async () => {
  const key = registryKey(registry.environment.dataDir);
  const { sdl } = await registry.database.schemaContract.findUniqueOrThrow({ where: { variant: 'lab' } });
  await registry.database.schemaContract.update({ where: { variant: 'lab' }, data: { signature: await signDetached(await key.key(), sdl ?? '') } });
  const contract = await get('/registry/supergraph?variant=lab');
  expect(await verifyDetached(await key.jwks(), contract.text, contract.headers.get('x-hub-signature') ?? '', 'lab')).toBe(true);
});

it('a contract is signed, and has an entity tag of its own', async () => {
  const whole = await get('/registry/supergraph');
  const contract = await get('/registry/supergraph?variant=lab');
  const etag = contract.headers.get('etag') ?? '';
  expect(etag).not.toBe(whole.headers.get('etag'));
  const jwks = JSON.parse((await get('/registry/keys')).text) as Parameters<typeof verifyDetached>[0];
  const signature = contract.headers.get('x-hub-signature') ?? '';
  expect(await Promise.all(['lab', 'public', undefined].map((variant) => verifyDetached(jwks, contract.text, signature, variant)))).toEqual([true, false, false]);
  // The whole passes for no contract.
  expect(await verifyDetached(jwks, whole.text, whole.headers.get('x-hub-signature') ?? '', 'lab')).toBe(false);
  expect((await get('/registry/supergraph?variant=lab', { 'if-none-match': etag })).status).toBe(304);
  expect((await get('/registry/supergraph?variant=nobody')).status).toBe(400);
});

it('one that cannot be made says why', async () => {
  const none = { contentHash: null, sdl: null, signature: null, problem: 'The terms open no question to PUBLIC.' };
  await registry.database.schemaContract.update({ where: { variant: 'public' }, data: none });
  const { status, text } = await get('/registry/supergraph?variant=public');
  expect([status, text]).toEqual([409, expect.stringContaining('The terms open no question to PUBLIC') as unknown]);
  const { contracts } = JSON.parse((await get('/registry/contracts')).text) as { contracts: { variant: string; problem: string | null }[] };
  expect(contracts.map(({ variant, problem }) => [variant, problem === null])).toEqual([
    ['department', true], ['enterprise', true], ['lab', true], ['merchant', true], ['monitoring-center', true], ['platform', true], ['public', false], ['regulator', true],
  ]);
});

it('whoever waits for a contract, and a gateway on it, follow what is published', async () => {
  const former = `${labsSdl}\n\nextend type Query {
    "检验 (3.3)" forLabs: String @sharing(owner: "labs", terms: "t", class: UNCONDITIONAL, audience: [{ kinds: [LAB], basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL)
    "监管 (3.1)" forOthers: String @sharing(owner: "labs", terms: "t", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL) }`;
  const etag = (await get('/registry/supergraph?variant=lab')).headers.get('etag') ?? '';
  const waiting = (seconds: number) => get(`/registry/supergraph?variant=lab&wait=${seconds}`, { 'if-none-match': etag });
  expect((await waiting(1)).status).toBe(304);
  const awaited = waiting(50);
  const published = await fetch(new URL('/registry/publications', registry.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await registry.tokenOf('steward')}` },
    body: JSON.stringify({ subgraph: 'labs', sdl: former, expectedVersion: 1, reason: 'a test' }),
  });
  expect(published.status).toBe(200);
  expect(await awaited).toMatchObject({ status: 200, text: expect.stringContaining('forLabs') as unknown });
  const fields = async () => (await hub.ask<{ __type: { fields: { name: string }[] } }>('{ __type(name: "Query") { fields { name } } }', { headers: { authorization } })).data.__type.fields.map(({ name }) => name);
  const seen = await eventually(fields, (names) => names.includes('forLabs'));
  expect(seen).not.toContain('forOthers');
}, 60_000);

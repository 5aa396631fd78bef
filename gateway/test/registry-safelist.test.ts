import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { mintServiceToken } from '@hub/kernel/identity/development-issuer.js';
import { operationsVariant } from '@hub/kernel/identity/signed-variants.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import type { RegistryDatabase } from '@hub/registry/repository/database.js';
import { registryService } from '@hub/registry/service.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RegistryOperations } from '../src/limits/operations/registry-operations.js';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';

let registry: SubgraphUnderTest<RegistryDatabase>;
let hub: GatewayUnderTest;
beforeAll(async () => {
  registry = await subgraphUnderTest(registryService);
  hub = await gatewayUnderTest([], { supergraph: supergraphSdl, dataDir: registry.environment.dataDir, safelist: { mode: 'enforce', file: undefined }, subgraphs: { registry: registry.url }, upstreamTimeout: 5_000 });
}, 60_000);
afterAll(async () => {
  await hub.close();
  await registry.close();
});

const body = 'query Place { region(code: "330100") { code } }';
const headers = async () => ({ authorization: `Bearer ${await registry.tokenOf('steward')}` });
const code = async (of: GatewayUnderTest = hub) => (await of.ask(body, { headers: await headers() })).errors?.[0]?.extensions.code;
const post = async (path: string, item: object) => {
  const response = await fetch(new URL(`/registry/${path}`, registry.url), { method: 'POST', headers: { ...(await headers()), 'content-type': 'application/json' }, body: JSON.stringify(item) });
  return (await response.json()) as { id: string };
};

const log = { error: () => undefined } as never;
const away = async (): Promise<never> => { throw new Error('away'); };
const down = { operations: away, keys: away };

it('a gateway takes what is on the list that the registry keeps within two seconds, and what is retired no longer', async () => {
  expect(await code()).toBe('OPERATION_NOT_LISTED');
  const { id } = await post('operations', { client: 'desk', body, safelist: true });
  const begun = Date.now();
  await eventually(code, (found) => found === undefined);
  expect(Date.now() - begun).toBeLessThan(2_000);
  await post('operation-retirements', { operationId: id, reason: 'a test' });
  await eventually(code, (found) => found === 'OPERATION_NOT_LISTED');
});

it('the registry signs the list with the key by which it signs schemas, and as nothing else', async () => {
  const authorization = `Bearer ${await mintServiceToken(registry.environment.dataDir, 'gateway')}`;
  const response = await fetch(new URL('/registry/operations', registry.url), { headers: { authorization } });
  const keys = (await (await fetch(new URL('/registry/keys', registry.url))).json()) as Parameters<typeof verifyDetached>[0];
  const [text, signature] = [await response.text(), response.headers.get('x-hub-signature') ?? ''];
  expect([await verifyDetached(keys, text, signature, operationsVariant), await verifyDetached(keys, text, signature)]).toEqual([true, false]);
});

it('a gateway is asked by the id that the client’s own manifest has', async () => {
  const text = 'query PlaceById { region(code: "330100") { code } }';
  const byId = async () => {
    const response = await fetch(new URL('/graphql', hub.url), { method: 'POST', headers: { ...(await headers()), 'content-type': 'application/json' }, body: JSON.stringify({ documentId: 'md5-of-relay' }) });
    return ((await response.json()) as { data?: { region: { code: string } } }).data?.region.code;
  };
  expect(await byId()).toBeUndefined();
  const { id } = await post('operations', { client: 'relay', body: text, manifestId: 'md5-of-relay', safelist: true });
  await eventually(byId, (found) => found === '330100');
  await post('operation-retirements', { operationId: id, reason: 'a test' });
  await eventually(byId, (found) => found === undefined);
});

it('one that starts beside a registry that is down takes what was listed last', async () => {
  await post('operations', { client: 'desk', body, safelist: true });
  await eventually(code, (found) => found === undefined);
  const listedAlone = async () => {
    const alone = await RegistryOperations.follow({ registry: down, dataDir: hub.environment.dataDir, log });
    await alone.close();
    return [alone.current().has(body), alone.current().has('query Other { region(code: "330200") { code } }')];
  };
  // It is kept once it is taken.
  expect(await eventually(listedAlone, ([has]) => has === true)).toEqual([true, false]);
});

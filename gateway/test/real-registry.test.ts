import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { RegistryDatabase } from '@hub/registry/repository/database.js';
import { registryService } from '@hub/registry/service.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { request } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatewayUnderTest, type GatewayUnderTest } from './gateway-under-test.js';

let registry: SubgraphUnderTest<RegistryDatabase>;
let hub: GatewayUnderTest;
beforeAll(async () => {
  registry = await subgraphUnderTest(registryService);
  const { dataDir } = registry.environment;
  hub = await gatewayUnderTest([], { supergraph: supergraphSdl, dataDir, subgraphs: { registry: registry.url }, upstreamTimeout: 5_000 });
});
afterAll(async () => {
  await hub.close();
  await registry.close();
});

it('the gateway runs on what the registry publishes, and leads to it', async () => {
  const authorization = `Bearer ${await registry.tokenOf('center')}`;
  const { data } = await hub.ask('{ region(code: "330100") { code name } }', { headers: { authorization } });
  expect(data).toMatchObject({ region: { code: '330100' } });

  const keys = await request(new URL('/registry/keys', hub.url));
  const delivered = await request(new URL('/registry/supergraph', hub.url), { headers: { authorization } });
  const sdl = await delivered.body.text();
  expect(sdl).toBe(supergraphSdl);
  const jwks = (await keys.body.json()) as Parameters<typeof verifyDetached>[0];
  expect(await verifyDetached(jwks, sdl, String(delivered.headers['x-hub-signature']))).toBe(true);
});

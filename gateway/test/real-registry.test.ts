import { isDeepStrictEqual } from 'node:util';
import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { RegistryDatabase } from '@hub/registry/repository/database.js';
import { registryService } from '@hub/registry/service.js';
import { sdl as labsSdl } from '@hub/schema/generated/labs.js';
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

it('the gateway has swapped within two seconds after a schema was published, and again after an older one was brought back', async () => {
  const { post, headers } = await steward();
  const swapped = async (there: boolean) => {
    const at = performance.now();
    await eventually(() => hub.ask('{ __type(name: "Added") { name } }', { headers }), ({ data }) => (data?.['__type'] != null) === there);
    return performance.now() - at;
  };
  const sdl = `${labsSdl}\n\n"A value (取值)" enum Added { A }\n\nextend type Query { "取值" added: Added @sharing(owner: "labs", terms: "t", class: UNCONDITIONAL, audience: [{ kinds: [LAB], basis: { kind: STATUTE, reference: "5.4.3" } }]) }`;
  expect(await post('publications', { subgraph: 'labs', sdl, expectedVersion: 1, reason: 'a test' })).toMatchObject({ version: 2 });
  expect(await swapped(true)).toBeLessThan(2_000);
  const listed = await request(new URL('/registry/versions?subgraph=labs', registry.url), { headers });
  const { nodes } = (await listed.body.json()) as { nodes: { id: string }[] };
  expect(await post('promotions', { versionId: nodes.at(-1)?.id, expectedVersion: 2, reason: 'back' })).toMatchObject({ version: 3 });
  expect(await swapped(false)).toBeLessThan(2_000);
}, 60_000);

it('while three versions are published one after the other, whoever asks is answered rightly, every time', async () => {
  const { post, headers } = await steward();
  const expected = { status: 200, data: { region: { code: '330100', name: '杭州市' } } };
  const asked = { times: 0, wrong: [] as unknown[] };
  let publishing = true;
  const ask = async () => {
    for (; publishing && asked.times < 50_000; asked.times += 1) {
      const answer = await hub.ask('{ region(code: "330100") { code name } }', { headers }).catch(String);
      if (!isDeepStrictEqual(answer, expected)) asked.wrong.push(answer);
    }
  };
  const asking = Promise.all(Array.from({ length: 4 }, ask));
  const latest = await request(new URL('/registry/versions/labs/latest', registry.url), { headers });
  let { version } = (await latest.body.json()) as { version: number };
  let sdl = labsSdl;
  for (let number = 1; number <= 3; number += 1) {
    sdl += `\n\n"A value (取值)" enum Under${number} { A }`;
    const published = await post('publications', { subgraph: 'labs', sdl, expectedVersion: version, reason: 'a test' });
    expect(published).toMatchObject({ version: (version += 1) });
    await eventually(() => hub.ask(`{ __type(name: "Under${number}") { name } }`, { headers }), ({ data }) => data?.['__type'] != null);
  }
  publishing = false;
  await asking;
  expect(asked.wrong.slice(0, 3)).toEqual([]);
  expect(asked.times).toBeGreaterThan(100);
}, 60_000);

/** What a data steward does at the registry. */
async function steward() {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await registry.tokenOf('steward')}` };
  const post = async (name: string, body: object) => {
    const answer = await request(new URL(`/registry/${name}`, registry.url), { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.body.json()) as { version: number };
  };
  return { headers, post };
}

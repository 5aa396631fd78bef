import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

/** Milliseconds: what composing a hundred subgraphs may take on a busy machine, and more than most acts may. */
const composing = 32_000;
const slowly: typeof registryService = {
  ...registryService,
  contextOf: (...given) => {
    const context = registryService.contextOf(...given);
    const { check } = context.publishing;
    return { ...context, publishing: { ...context.publishing, check: (...task) => delay(composing).then(() => check(...task)) } };
  },
};

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(slowly);
});
afterAll(() => hub.close());

it('what takes as long to compose as a hundred subgraphs is published, and what is asked meanwhile is answered', async () => {
  const headers = { authorization: `Bearer ${await hub.tokenOf('steward')}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ subgraph: 'labs', sdl: `${builtSchemas['labs']}\n\n"A value (取值)" enum Beside { A }`, expectedVersion: 1, reason: 'a test' });
  const publication = fetch(new URL('/registry/publications', hub.url), { method: 'POST', headers, body });
  await delay(1_000);
  const begin = performance.now();
  const { data } = await hub.ask<{ schemaVersions: { nodes: object[] } }>('steward', '{ schemaVersions(first: 1, filter: { subgraph: "labs" }) { nodes { version } } }');
  expect([data.schemaVersions.nodes, performance.now() - begin < 5_000]).toEqual([[{ version: 1 }], true]);
  const published = await publication;
  expect([published.status, await published.json()]).toMatchObject([200, { subgraph: 'labs', version: 2 }]);
}, 120_000);

import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtSchemas } from '../src/repository/built-schemas.js';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let release = (): void => undefined;
/** Until when every check takes. */
const released = new Promise<void>((resolve) => (release = resolve));
/** How many are under way. */
let under = 0;
const slowly: typeof registryService = {
  ...registryService,
  contextOf: (...given) => {
    const context = registryService.contextOf(...given);
    const { again } = context.publishing;
    const slow: typeof again = async (error) => {
      under += 1;
      await released;
      return again(error);
    };
    return { ...context, publishing: { ...context.publishing, again: slow } };
  },
};

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(slowly);
});
afterAll(() => hub.close());

it('checks hold no connection and no lock while schemas are composed: what is asked meanwhile is answered, however many there are, and what was waited for is published', async () => {
  const sdl = `${builtSchemas['labs']}\n\n"A value (取值, 5.4.3 c)" enum Beside { A }`;
  const post = async (act: string, body: object, user: 1 | 2 = 1) => {
    const authorization = `Bearer ${await hub.tokenOf({ identity: 'steward', user })}`;
    return fetch(new URL(`/registry/${act}`, hub.url), { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  };
  // More than there are connections.
  const checks = Array.from({ length: 12 }, () => post('checks', { subgraph: 'labs', sdl }));
  const publication = post('publications', { subgraph: 'labs', sdl, expectedVersion: 1, reason: 'a test' }, 2);
  while (under < 13) await delay(20);
  const operation = { client: 'desk', body: 'query Labs { __typename }' };
  expect((await post('operations', operation)).status).toBe(200);
  const { data } = await hub.ask<{ schemaVersions: { nodes: object[] } }>('steward', '{ schemaVersions(first: 1, filter: { subgraph: "labs" }) { nodes { version } } }');
  expect(data.schemaVersions.nodes).toEqual([{ version: 1 }]);
  release();
  const published = await publication;
  expect([published.status, await published.json()]).toMatchObject([200, { subgraph: 'labs', version: 2 }]);
  // One user has eight of them checked at once.
  const answers = await Promise.all(checks.map(async (answer) => (await answer).status));
  expect([answers.filter((status) => status === 200).length, answers.filter((status) => status === 429).length]).toEqual([8, 4]);
}, 120_000);

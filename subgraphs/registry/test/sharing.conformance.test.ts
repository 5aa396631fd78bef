import { randomUUID } from 'node:crypto';
import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl } from '@hub/schema/generated/registry.js';
import { afterAll, beforeAll } from 'vitest';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
  // The suite compares what it wrote with what is listed; the list of the standard has a test of its own.
  await hub.database.region.deleteMany();
});
afterAll(() => hub.close());

conformanceSuite(() => hub, {
  owner: 'registry',
  sdl,
  entities: {
    Region: {
      paths: [['']],
      insert: async ({ holder }, number) => {
        const code = String(900_000 + number);
        await hub.database.region.create({
          data: { code, name: 'a name', level: 'COUNTY', current: true, parentCode: null, successors: [], holder },
        });
        return code;
      },
    },
    SchemaVersion: {
      paths: [['']],
      insert: async ({ holder }, number) => {
        const contentHash = `sha-256:${randomUUID()}`;
        await hub.database.schemaText.create({ data: { contentHash, sdl: 'type Query' } });
        const { id } = await hub.database.schemaVersion.create({
          data: { subgraph: 'a-subgraph', version: number, publishedAt: new Date(), contentHash, signature: 'a..b', holder },
        });
        return id;
      },
    },
  },
  acts: {},
});

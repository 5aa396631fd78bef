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
  await hub.database.code.deleteMany();
});
afterAll(() => hub.close());

/** A list with its first version, empty. */
async function codeListOf(id: string, holder: string): Promise<string> {
  const contentHash = `sha-256:${randomUUID()}`;
  const published = { userId: 'u', partyId: 'center', role: 'DATA_STEWARD', at: new Date().toISOString() };
  await hub.database.codeListContent.create({ data: { contentHash, content: '{"codes":[]}' } });
  await hub.database.codeListVersion.create({
    data: { id: `${id}@1`, listId: id, version: 1, publishedAt: new Date(), published, reason: 'a reason', contentHash, signature: 'a..b', holder },
  });
  await hub.database.codeList.create({ data: { id, zh: '表', en: 'a list', currentId: `${id}@1`, holder } });
  return id;
}

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
    CodeList: { paths: [['']], insert: ({ holder }, number) => codeListOf(`list-${number}`, holder) },
    CodeListVersion: {
      paths: [['']],
      insert: async ({ holder }, number) => `${await codeListOf(`versions-${number}`, holder)}@1`,
    },
    Code: {
      paths: [['']],
      insert: async ({ holder }, number) => {
        const listId = await codeListOf(`codes-${number}`, holder);
        const [id, above] = [`${listId}/A`, `${listId}/B`];
        const kept = { listId, zh: '甲', en: 'a name', validFrom: new Date('2020-01-01'), validTo: new Date('2099-01-01'), properties: [], holder };
        await hub.database.code.create({ data: { ...kept, id: above, code: 'B', successorIds: [] } });
        await hub.database.code.create({ data: { ...kept, id, code: 'A', parentId: above, successorIds: [above] } });
        return id;
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
  acts: {
    publishCodeList: {
      input: (listId) => ({ listId, expectedRevision: 1, reason: 'a reason', codes: [{ code: 'A', zh: '甲', en: 'a' }] }),
      good: (listId) => ({
        ...{ listId, expectedRevision: 1, reason: '标准更新' },
        codes: [
          { code: 'A', zh: '甲', en: 'a', parentCode: 'B', successorCodes: ['B'], properties: [{ name: 'standard', values: ['GB 1'] }] },
          { code: 'B', zh: '乙', en: 'b' },
        ],
      }),
    },
  },
});

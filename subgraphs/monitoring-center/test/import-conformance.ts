import { randomUUID } from 'node:crypto';
import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import type { Hub } from './acts.js';
import { acted, now, stamps } from './conformance-rows.js';

const fileHash = `sha-256:${'e'.repeat(64)}`;
const sm3 = `sm3:${'e'.repeat(64)}`;
const file = { hash: fileHash, sm3, size: 1, mediaType: 'text/csv', userId: 'center.1', keptUntil: new Date('2099-01-01T00:00:00Z') };

/** Fixtures of imports (导入, 5.1.1). The hub imports nothing while they are looked at: what it would do with them is no matter of rights. */
export function importFixtures(hub: () => Hub): Pick<ConformanceFixture, 'entities' | 'acts'> {
  async function handedIn(partyId: string): Promise<void> {
    await hub().database.importFile.upsert({ where: { partyId_hash: { partyId, hash: fileHash } }, create: { partyId, ...file }, update: {} });
  }
  return {
    entities: {
      ImportRun: {
        paths: [
          ['STARTED', 'COMPLETED'],
          ['STARTED', 'REFUSED'],
          ['STARTED', 'CANCELLED'],
        ],
        insert: async (row) => {
          const id = randomUUID();
          await handedIn(row.holder);
          await hub().database.importRun.create({
            data: {
              ...{ id, mapping: 'a mapping', mappingVersion: 1, mappingText: '', source: 'a source', fileHash, mended: false, given: {}, locale: 'en' },
              ...{ started: acted, startedAt: now, rowsInFile: 2, rowsDone: 1, refused: 1, refusal: { code: 'IMPORT_STARTER_GONE', parameters: {} } },
              ...{ endedAt: now, cancelled: acted, cancelReason: 'a reason' },
              ...stamps(row),
            },
          });
          const told = { number: 'a number', repairs: 'a repair', field: 'a field', rule: 'A_RULE', value: 'a value', message: 'a message' };
          await hub().database.importRow.create({ data: { importRunId: id, place: 1, row: 1, key: 'a key', outcome: 'REFUSED', ...told } });
          return id;
        },
      },
    },
    acts: {
      startImport: {
        input: () => ({ fileHash, mapping: 'web-notices', mappingVersion: 1 }),
        good: async () => {
          await handedIn('center');
          return { fileHash, mapping: 'cosmetics-online', mappingVersion: 1, mended: true, given: [{ name: 'noticeDate', value: '2026-03-01' }] };
        },
      },
      cancelImport: {
        input: (importRunId) => ({ importRunId, reason: 'r' }),
        good: (importRunId) => ({ importRunId, expectedRevision: 1, reason: '选错文件' }),
      },
    },
  };
}

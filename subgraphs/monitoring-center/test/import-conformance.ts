import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ConformanceFixture } from '@hub/kernel/testing/conformance/conformance-fixture.js';
import { testFile } from '@hub/kernel/testing/hand-in-files.js';
import { importStore } from '../src/imports/import-store.js';
import type { Hub } from './acts.js';
import { acted, now, stamps } from './conformance-rows.js';

const fileHash = `sha-256:${'e'.repeat(64)}`;
const sm3 = `sm3:${'e'.repeat(64)}`;
const file = { hash: fileHash, sm3, size: 1, mediaType: 'text/csv', userId: 'center.1', keptUntil: new Date('2099-01-01T00:00:00Z') };

const mappingText = (name: string, version: number) => `
mapping: ${name}
version: ${version}
title: { en: A mapping, zh-CN: 映射 }
fills: takeInRiskInformation
source: 示例来源
format: { kind: csv }
key: key
given: { noticeDate: { en: day of the notice, zh-CN: 通告日期 } }
fields:
  channel: { value: INTERNET }
  productName: { from: product }
  hazardItem: { value: 漏电 }
  observedOn: { from: noticeDate, read: day }
`;

/** Fixtures of imports (导入, 5.1.1). The hub imports nothing while they are looked at: what it would do with them is no matter of rights. */
export function importFixtures(hub: () => Hub): Pick<ConformanceFixture, 'entities' | 'acts'> {
  async function handedIn(partyId: string): Promise<void> {
    await hub().database.importFile.createMany({ data: [{ partyId, ...file }], skipDuplicates: true });
  }
  /** A sample that can be read, of the centre. */
  async function sampled(): Promise<string> {
    const sample = testFile('key,product\n1,a kettle\n');
    const path = importStore(hub().environment).pathOf('center', sample.hash);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, sample.content);
    await hub().database.importFile.createMany({ data: [{ partyId: 'center', ...file, hash: sample.hash, sm3: sample.sm3 }], skipDuplicates: true });
    return sample.hash;
  }
  // A version is one text for good: each proposal has a name of its own.
  const proposal = (sampleHash: string) => ({ text: mappingText(`m-${randomUUID()}`, 1), sampleHash, given: [{ name: 'noticeDate', value: '2026-03-01' }], reason: '新来源' });
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
              ...{ id, importMappingId: 'a version', mapping: 'a mapping', mappingVersion: 1, mappingText: '', source: 'a source', fileHash, mended: false, given: {}, locale: 'en' },
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
      ImportPull: {
        paths: [
          ['ACTIVE', 'PAUSED', 'ENDED'],
          ['ACTIVE', 'STOPPED'],
        ],
        insert: async (row) => {
          const id = randomUUID();
          const failure = { code: 'IMPORT_SOURCE_STATUS', parameters: { status: 503 } };
          await hub().database.importPull.create({
            data: {
              ...{ id, url: 'https://data.example.cn/', mapping: 'web-notices', given: { a: 'b' }, every: 'PT6H', cursorParameter: 'since', cursorColumn: 'date', cursorValue: '2026-01-01', locale: 'en' },
              ...{ scheduled: acted, scheduledAt: now, reader: acted, nextAttemptAt: now, lastAttemptAt: now, lastChangeAt: now },
              ...{ failedAttempts: 1, lastFailure: failure, lastFailureAt: now, stoppedBecause: failure, paused: acted, pauseReason: 'a reason', ended: acted, endReason: 'a reason', importRunId: 'a run' },
              ...stamps(row),
            },
          });
          return id;
        },
      },
      ImportMapping: {
        paths: [
          ['PROPOSED', 'APPROVED', 'WITHDRAWN'],
          ['PROPOSED', 'REFUSED'],
        ],
        insert: async (row, version) => {
          const id = randomUUID();
          await handedIn(row.holder);
          await hub().database.importMapping.create({
            data: {
              ...{ id, name: 'conformance', version, zh: '映射', en: 'a mapping', source: 'a source', text: mappingText('conformance', 1), sampleHash: fileHash },
              ...{ given: {}, trial: { rows: 1, taken: 1, leftOut: 0, refused: 0, repaired: 0 }, reason: 'a reason', proposed: acted, proposedAt: now },
              ...{ decided: acted, decisionReason: 'a reason', withdrawn: acted, withdrawalReason: 'a reason' },
              ...stamps(row),
            },
          });
          return id;
        },
      },
    },
    acts: {
      scheduleImportPull: {
        input: () => ({ url: 'https://data.example.cn/', mapping: 'web-notices', every: 'P1D' }),
        good: () => ({ url: 'https://data.example.cn/recalls', mapping: 'cosmetics-online', given: [{ name: 'noticeDate', value: '2026-03-01' }], every: 'PT6H', cursor: { parameter: 'since', column: 'src_id', value: '1' } }),
      },
      runImportPull: { input: (importPullId) => ({ importPullId }), good: (importPullId) => ({ importPullId, expectedRevision: 1 }) },
      pauseImportPull: { input: (importPullId) => ({ importPullId, reason: 'r' }), good: (importPullId) => ({ importPullId, expectedRevision: 1, reason: '来源维护' }) },
      resumeImportPull: { input: (importPullId) => ({ importPullId }), good: (importPullId) => ({ importPullId, expectedRevision: 1 }) },
      endImportPull: { input: (importPullId) => ({ importPullId, reason: 'r' }), good: (importPullId) => ({ importPullId, expectedRevision: 1, reason: '来源已停更' }) },
      proposeImportMapping: {
        input: async () => proposal(await sampled()),
        good: async () => proposal(await sampled()),
      },
      decideImportMapping: {
        input: (importMappingId) => ({ importMappingId, approved: true, reason: 'r' }),
        good: (importMappingId) => ({ importMappingId, expectedRevision: 1, approved: true, reason: '与来源相符' }),
      },
      withdrawImportMapping: {
        input: (importMappingId) => ({ importMappingId, reason: 'r' }),
        good: (importMappingId) => ({ importMappingId, expectedRevision: 1, reason: '来源已改版' }),
      },
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

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { testFile, type TestFile } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importStore } from '../src/imports/import-store.js';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, type Hub, type TestedOutcome } from './acts.js';
import { ended, handIn, start } from './imports.js';

const second = { identity: 'center', user: 2 as const };
const auditor = 'auditor';
let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

interface TestedMapping {
  readonly id: string;
  readonly state: string;
  readonly preview: readonly { readonly key: string; readonly outcome: string; readonly rule: string | null; readonly repairs: string | null; readonly values: readonly { readonly field: string; readonly value: string | null }[]; readonly keptColumns: readonly string[] }[] | null;
  readonly [field: string]: unknown;
}

const fields = `id name version zh source sampleHash given { name value } trial { rows taken leftOut refused repaired } state revision reason decisionReason withdrawalReason
  proposed { userId } decided { userId } withdrawn { userId } sampleKeptUntil preview { row key outcome values { field value } keptColumns repairs field rule value message }`;

const textOf = (name: string, version = 1, more = '') => `
mapping: ${name}
version: ${version}
title: { en: Kettles, zh-CN: 电热水壶 }
fills: takeInRiskInformation
source: ${name} 来源
format: { kind: csv }
key: 编号
personal: [投诉人]
skip:
  - { column: 类别, is: [咨询], because: { en: no complaint, zh-CN: 非投诉 } }
fields:
  channel: { value: COMPLAINT }
  productName: { from: 名称, repair: [plain-width, personal-numbers], limit: 60 }
  hazardItem: { from: 问题, translate: { 漏电: 漏电 } }
  observedOn: { from: 日期, read: day }
  complainant.name: { from: 投诉人 }
${more}`;
const sample = testFile('编号,名称,问题,日期,投诉人,类别\n1,水壶Ａ 13800138000,漏电,2026.3.1,张三,投诉\n2,水壶B,起火,2026-03-01,李四,投诉\n3,水壶C,漏电,2026-03-01,王五,咨询\n');

async function proposed(text: string, { file = sample, asker = analyst, ...input }: { file?: TestFile; asker?: Parameters<typeof act>[1] } & object = {}): Promise<TestedOutcome> {
  await handIn(hub, file);
  const [outcome] = await act(hub, asker, 'proposeImportMapping', [{ idempotencyKey: randomUUID(), text, sampleHash: file.hash, reason: '新来源', ...input }], 'id state revision');
  return outcome as TestedOutcome;
}
async function decided(importMappingId: string, approved = true, asker: Parameters<typeof act>[1] = second): Promise<TestedOutcome> {
  const [outcome] = await act(hub, asker, 'decideImportMapping', [{ idempotencyKey: randomUUID(), importMappingId, approved, reason: '与来源相符' }], 'id state revision');
  return outcome as TestedOutcome;
}
async function withdrawn(importMappingId: string): Promise<TestedOutcome> {
  const [outcome] = await act(hub, analyst, 'withdrawImportMapping', [{ idempotencyKey: randomUUID(), importMappingId, reason: '来源已改版' }], 'id state revision');
  return outcome as TestedOutcome;
}
async function read(id: string, asker: Parameters<Hub['ask']>[0] = analyst): Promise<TestedMapping> {
  return (await hub.ask<{ importMapping: TestedMapping }>(asker, `query ($id: ID!) { importMapping(id: $id) { ${fields} } }`, { id })).data.importMapping;
}
const approvedNow = async (name: string, version = 1) => {
  const { value } = await proposed(textOf(name, version));
  expect((await decided(value.id)).refusal).toBeNull();
  return value.id;
};

describe('a mapping that a centre makes itself (映射, 5.1.1)', () => {
  it('is tried on a sample, and shows what would become of its rows without what is personal', async () => {
    const { value } = await proposed(textOf('shown'));
    const mapping = await read(value.id, second);
    expect(mapping).toMatchObject({ name: 'shown', version: 1, zh: '电热水壶', source: 'shown 来源', state: 'PROPOSED', sampleHash: sample.hash, trial: { rows: 3, taken: 1, leftOut: 1, refused: 1, repaired: 1 } });
    expect(mapping.preview?.map(({ key, outcome, rule }) => [key, outcome, rule])).toEqual([['1', 'TAKEN', null], ['2', 'REFUSED', 'IMPORT_VALUE_UNKNOWN'], ['3', 'LEFT_OUT', null]]);
    expect(mapping.preview?.[0]?.values).toContainEqual({ field: 'complainant', value: null });
    expect(mapping.preview?.[0]?.values).toContainEqual({ field: 'productName', value: '水壶A 138********' });
    expect(mapping.preview?.map(({ keptColumns }) => keptColumns)).toEqual([['编号', '名称', '问题', '日期', '类别'], [], []]);
    expect(JSON.stringify(mapping)).not.toMatch(/张三|李四|王五|13800138000/);
  });

  it('shows its preview to analysts alone, and keeps no row of the sample itself', async () => {
    const { value } = await proposed(textOf('kept'));
    const asked = await hub.ask<{ importMapping: TestedMapping }>(auditor, 'query ($id: ID!) { importMapping(id: $id) { trial { rows } preview { key } } }', { id: value.id });
    expect(asked.data.importMapping).toMatchObject({ trial: { rows: 3 }, preview: null });
    expect(JSON.stringify(await hub.database.importMapping.findUniqueOrThrow({ where: { id: value.id } }))).not.toMatch(/水壶[ABCＡ]|张三|起火/);
  });

  it('is used by no import before a second person has approved it, and by those that begin after', async () => {
    const { value } = await proposed(textOf('used'));
    const begin = () => start(hub, sample, { mapping: 'used', mappingVersion: 1 });
    expect((await begin()).refusal).toMatchObject({ code: 'IMPORT_MAPPING_UNKNOWN', field: 'mapping' });
    expect((await decided(value.id, true, analyst)).refusal).toMatchObject({ code: 'IMPORT_MAPPING_SECOND_PERSON', field: 'importMappingId' });
    expect((await decided(value.id)).value).toMatchObject({ state: 'APPROVED' });
    const run = await ended(hub, (await begin()).value.id);
    expect(run).toMatchObject({ state: 'COMPLETED', mapping: 'used', mappingVersion: 1, counts: { taken: 1, leftOut: 1, refused: 1 } });
    const { data } = await hub.ask<{ importRun: { importMapping: { id: string } } }>(analyst, 'query ($id: ID!) { importRun(id: $id) { importMapping { id } } }', { id: run.id });
    expect(data.importRun.importMapping.id).toBe(value.id);
  });

  it('that is withdrawn begins no import more, and keeps none from going on that has begun', async () => {
    const id = await approvedNow('gone');
    const begun = await start(hub, sample, { mapping: 'gone', mappingVersion: 1 });
    expect((await withdrawn(id)).value).toMatchObject({ state: 'WITHDRAWN' });
    expect(await ended(hub, begun.value.id)).toMatchObject({ state: 'COMPLETED', rowsDone: 3 });
    expect((await start(hub, sample, { mapping: 'gone', mappingVersion: 1 })).refusal).toMatchObject({ code: 'IMPORT_MAPPING_UNKNOWN' });
    expect((await withdrawn(id)).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
  });

  it('that is refused is used by none', async () => {
    const { value } = await proposed(textOf('refused'));
    expect((await decided(value.id, false)).value).toMatchObject({ state: 'REFUSED' });
    expect((await start(hub, sample, { mapping: 'refused', mappingVersion: 1 })).refusal).toMatchObject({ code: 'IMPORT_MAPPING_UNKNOWN' });
    expect(await read(value.id)).toMatchObject({ decided: { userId: 'center.2' }, decisionReason: '与来源相符' });
  });

  it('has versions of which each is one text for good, two at once too', async () => {
    await approvedNow('versions', 2);
    expect((await proposed(textOf('versions', 2))).refusal).toMatchObject({ code: 'IMPORT_MAPPING_VERSION_USED', field: 'text', message: expect.stringContaining('up to version 2') as unknown });
    expect((await proposed(textOf('versions', 1))).refusal).toMatchObject({ code: 'IMPORT_MAPPING_VERSION_USED' });
    const both = await Promise.all([proposed(textOf('versions', 3)), proposed(textOf('versions', 3, '  brand: { value: 不详 }'), { asker: second })]);
    expect(both.map(({ refusal }) => refusal?.code ?? null).sort()).toEqual(['IMPORT_MAPPING_VERSION_USED', null].sort());
    expect((await start(hub, sample, { mapping: 'versions', mappingVersion: 2 })).refusal).toBeNull();
  });

  it('has versions that rise, also where one is proposed while a higher one is being written', async () => {
    await approvedNow('rising');
    const row = await hub.database.importMapping.findFirstOrThrow({ where: { name: 'rising' }, omit: { decided: true, withdrawn: true } });
    let late: Promise<TestedOutcome> | undefined;
    await hub.database.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${'mapping rising of center'}))::text`;
      late = proposed(textOf('rising', 3));
      await delay(1000);
      await tx.importMapping.create({ data: { ...row, id: randomUUID(), version: 4, given: {}, trial: {}, proposed: row.proposed as object } });
    });
    expect((await late)?.refusal).toMatchObject({ code: 'IMPORT_MAPPING_VERSION_USED', message: expect.stringContaining('up to version 4') as unknown });
  });

  it('keeps its name when a later edition of the hub ships a mapping of that name, withdrawn too', async () => {
    const id = await approvedNow('shipped-later');
    await hub.database.importMapping.update({ where: { id }, data: { name: 'web-notices', text: textOf('web-notices') } });
    const { value } = await start(hub, sample, { mapping: 'web-notices', mappingVersion: 1 });
    const { data } = await hub.ask<{ importRun: { importMapping: { id: string } | null } }>(analyst, 'query ($id: ID!) { importRun(id: $id) { importMapping { id } } }', { id: value.id });
    expect(data.importRun.importMapping?.id).toBe(id);
    expect((await withdrawn(id)).refusal).toBeNull();
    expect((await start(hub, sample, { mapping: 'web-notices', mappingVersion: 1 })).refusal).toMatchObject({ code: 'IMPORT_MAPPING_UNKNOWN', field: 'mapping' });
    await hub.database.importMapping.update({ where: { id }, data: { name: 'shipped-later' } });
  });

  it('takes no name of one that ships with the hub, which others read by', async () => {
    expect((await proposed(textOf('complaints', 9))).refusal).toMatchObject({ code: 'IMPORT_MAPPING_NAME_KEPT', field: 'text' });
  });

  it('is approved only while its sample is there to be seen', async () => {
    const file = testFile(`${sample.content.toString()}4,水壶D,漏电,2026-03-01,赵六,投诉\n`);
    const { value } = await proposed(textOf('unseen'), { file });
    await hub.database.importFile.delete({ where: { partyId_hash: { partyId: 'center', hash: file.hash } } });
    await rm(importStore(hub.environment).pathOf('center', file.hash));
    expect(await read(value.id)).toMatchObject({ preview: null, sampleKeptUntil: null });
    expect((await decided(value.id)).refusal).toMatchObject({ code: 'IMPORT_FILE_NOT_HANDED_IN', field: 'approved' });
    expect((await decided(value.id, false)).refusal).toBeNull();
  });
});

describe('a mapping that cannot be used', () => {
  const problems = async (text: string, locale?: string) =>
    (await hub.ask<{ importMappingProblems: { code: string; path: string; line: number; column: number; message: string }[] }>(analyst, 'query ($text: String!) { importMappingProblems(text: $text) { code path line column message } }', { text }, locale === undefined ? {} : { 'accept-language': locale })).data.importMappingProblems;

  it('is told with all that is wrong, each with code and place', async () => {
    expect(await problems(textOf('fine'))).toEqual([]);
    const text = textOf('wrong', 1, '  brand: { from: 投诉人 }\n  scope.soldFrom: { value: soon }\n  colour: { value: red }\n');
    const line = (words: string) => text.split('\n').findIndex((each) => each.includes(words)) + 1;
    expect((await problems(text)).map(({ code, path, line: at, column }) => [code, path, at, column])).toEqual([
      ['IMPORT_MAPPING_VALUE_INVALID', 'fields.scope.soldFrom', line('soldFrom'), 3],
      ['IMPORT_MAPPING_FIELD_UNKNOWN', 'fields.colour', line('colour'), 3],
      ['IMPORT_MAPPING_PERSONAL_READ', 'personal.0', line('personal:'), 12],
      ['IMPORT_MAPPING_OWN_WORDS', 'fields.brand', line('brand'), 3],
    ]);
    expect(await problems('mapping: [')).toMatchObject([{ code: 'IMPORT_MAPPING_SYNTAX', line: 1 }]);
    expect(await problems(textOf('wrong').replace('format: { kind: csv }', 'format: { kind: csv, colour: 1 }'))).toMatchObject([{ code: 'IMPORT_MAPPING_FORM', path: 'format.colour', line: 7, column: 22 }]);
    expect((await problems(textOf('wrong').replace('version: 1', 'version: one'), 'zh-CN'))[0]?.message).not.toMatch(/expected/);
    expect(await problems('a'.repeat(100_001))).toMatchObject([{ code: 'VALUE_TOO_LONG' }]);
    expect((await proposed(text)).refusal).toMatchObject({ code: 'IMPORT_MAPPING_INVALID', field: 'text', message: expect.stringContaining(`line ${line('colour')}: `) as unknown });
  });

  it('with its sample is refused as an import of it would be', async () => {
    expect((await proposed(textOf('sampled'), { file: testFile('编号,名称\n1,壶\n') })).refusal).toMatchObject({ code: 'IMPORT_COLUMNS_MISSING', field: 'sampleHash' });
    const nobody = testFile('never handed in');
    const [outcome] = await act(hub, analyst, 'proposeImportMapping', [{ idempotencyKey: randomUUID(), text: textOf('sampled'), sampleHash: nobody.hash, reason: '新来源' }], 'id');
    expect(outcome?.refusal).toMatchObject({ code: 'IMPORT_FILE_NOT_HANDED_IN', field: 'sampleHash' });
    expect((await proposed(textOf('sampled'), { file: testFile(`${sample.content.toString()}${'9,壶,漏电,2026-03-01,甲,投诉\n'.repeat(200_000)}`) })).refusal).toMatchObject({ code: 'IMPORT_SAMPLE_TOO_LARGE', field: 'sampleHash' });
  });

  it('that fills another act is none that a centre imports by', async () => {
    expect(await problems(textOf('other').replace('takeInRiskInformation', 'takeOut'))).toMatchObject([{ code: 'IMPORT_MAPPING_ACT_UNKNOWN', path: 'fills', line: 5 }]);
  });

  it('is nobody else’s to see or to propose', async () => {
    const { value } = await proposed(textOf('rights'));
    for (const asker of ['regulator-province', 'lab-1', 'platform-1']) expect(await read(value.id, asker)).toBeNull();
    await expect(proposed(textOf('rights', 2), { asker: sampler })).rejects.toThrow('ACT_NOT_PERMITTED');
  });
});

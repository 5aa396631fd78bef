import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptMapping } from '../src/mapping/kept-mappings.js';
import { mapRows, type MapOptions, type MappedRow } from '../src/mapping/map-rows.js';
import { readMapping } from '../src/mapping/read-mapping.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'row-mapping-'));
});
afterAll(() => rm(folder, { recursive: true }));

const mappingText = (changes = '') => `
mapping: kettles
version: 1
title: { en: Kettles, zh-CN: 电热水壶 }
fills: takeInRiskInformation
source: TEST
format: { kind: csv, aliases: { 名称: [品名] }, optional: [备注] }
key: 编号
nothing: [/]
personal: [投诉人]
fields:
  channel: { value: INTERNET }
  productName: { from: 名称, repair: [plain-width, spaces] }
  hazardItem: { from: 隐患, split: [、, ；], join: ； }
  hazardDegree: { from: 程度, translate: { 高: HIGH, 低: LOW } }
  hazardDescription: { from: 备注, repair: [personal-numbers] }
  scope.units: { from: 数量 }
  observedOn: { from: 日期, read: day }
${changes}`;
const header = '编号,名称,隐患,程度,数量,日期,投诉人,备注';

async function map(lines: readonly string[], text = mappingText(), options: MapOptions = {}): Promise<MappedRow[]> {
  const path = join(folder, 'rows.csv');
  await writeFile(path, [header, ...lines].join('\n'));
  const rows: MappedRow[] = [];
  for await (const row of mapRows(path, readMapping(text, 'kettles.yaml'), options)) rows.push(row);
  return rows;
}

/** Calls about kettles: records within records, and lists of them. */
const callsText = `
mapping: calls
version: 1
title: { en: Calls, zh-CN: 来电 }
fills: takeInRiskInformation
source: TEST
format: { kind: json-lines }
key: id
personal: [buyer/name, calls/by]
keep: { buyer/city: [] }
fields:
  channel: { value: INTERNET }
  productName: { from: name }
  hazardItem: { from: hazard }
  hazardDescription: { text: '{about}', each: calls, repair: [personal-numbers], join: ； }
  observedOn: { from: day }
`;
const withheld = expect.stringContaining('不在此留存') as unknown;

async function mapLines(records: readonly object[], options: MapOptions = {}): Promise<MappedRow[]> {
  const path = join(folder, 'calls.jsonl');
  await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const rows: MappedRow[] = [];
  for await (const row of mapRows(path, readMapping(callsText, 'calls.yaml'), options)) rows.push(row);
  return rows;
}

const contentOf = (row: MappedRow | undefined) => (row && 'item' in row ? (JSON.parse((row.item['sourceRecord'] as { content: string }).content) as unknown) : row);
const problemsOf = (row: MappedRow | undefined) => (row && 'problems' in row ? row.problems.map(({ field, code, value }) => [field, code, value]) : row);

describe('a row by its mapping (5.1.1)', () => {
  it('is cut, split, translated, read and repaired, each repair told with field, rule, before and after', async () => {
    const [row] = await map(['1,电热水壶　Ａ１,漏电、起火,高,9700,2026年3月1日,张三,致电13800138000']);
    expect(row).toMatchObject({
      row: 2,
      key: '1',
      item: {
        channel: 'INTERNET', productName: '电热水壶 A1', hazardItem: '漏电；起火', hazardDegree: 'HIGH', scope: { units: 9700 }, observedOn: '2026-03-01',
        hazardDescription: '致电138********', sourceRecord: { source: 'TEST', key: '1', contentType: 'application/json' },
      },
      repairs: [
        { field: 'productName', rule: 'plain-width', before: '电热水壶　Ａ１', after: '电热水壶 A1' },
        { field: 'hazardDescription', rule: 'personal-numbers', after: '致电138********' },
      ],
    });
  });

  it('keeps what is personal out of everything that is sent, the kept record too', async () => {
    const [row] = await map(['1,水壶,漏电,高,1,2026-03-01,张三,x']);
    expect(JSON.stringify(row && 'item' in row ? row.item : '')).not.toContain('张三');
    expect(row && 'item' in row && JSON.parse((row.item['sourceRecord'] as { content: string }).content)).toMatchObject({ 名称: '水壶', 投诉人: expect.stringContaining('不在此留存') as unknown });
  });

  it('keeps, where something is personal, only what the mapping names in the record, repaired as it is read', async () => {
    const path = join(folder, 'more.csv');
    await writeFile(path, `${header},来电记录,客服备注\n1,水壶,漏电,高,1,2026-03-01,张三,致电１３８００１３８０００,座机 0571-88001234,李四 处理\n`);
    const rows: MappedRow[] = [];
    for await (const row of mapRows(path, readMapping(mappingText().replace('nothing:', 'keep: { 来电记录: [personal-numbers] }\nnothing:'), 'kettles.yaml'))) rows.push(row);
    expect(contentOf(rows[0])).toEqual({ 编号: '1', 名称: '水壶', 隐患: '漏电', 程度: '高', 数量: '1', 日期: '2026-03-01', 投诉人: expect.stringContaining('不在此留存') as unknown, 备注: '致电138********', 来电记录: '座机 0571********' });
  });

  it('keeps what is personal out of records within records and lists too', async () => {
    const [row] = await mapLines([{ id: 1, name: '水壶', hazard: '漏电', day: '2026-03-01', buyer: { name: '张三', city: '杭州' }, calls: [{ by: '李四', about: '漏电', phone: 13800138000 }, { by: '王五', about: '致电 13800138000' }] }]);
    expect(contentOf(row)).toEqual({
      id: 1, name: '水壶', hazard: '漏电', day: '2026-03-01', buyer: { name: withheld, city: '杭州' },
      calls: [{ by: withheld, about: '漏电' }, { by: withheld, about: '致电 138********' }],
    });
  });

  it('keeps a member under the name of a path from being taken for what is withheld there, and both out', async () => {
    const [row] = await mapLines([{ id: 1, name: '水壶', hazard: '漏电', day: '2026-03-01', 'buyer/name': '张三', buyer: { name: '张三', city: '杭州' }, calls: [{ by: '李四', about: '漏电' }] }]);
    expect(JSON.stringify(row && 'item' in row ? row.item : '')).not.toMatch(/张三|李四/);
  });

  it('is not sent, nor any other of its file, where no record has what is to be withheld', async () => {
    const record = { id: 1, name: '水壶', hazard: '漏电', day: '2026-03-01', buyer: { fullName: '张三' }, calls: [{ by: '李四', about: '漏电' }] };
    await expect(mapLines([record])).rejects.toThrow('No record has what the mapping withholds as personal: buyer/name');
    await expect(mapLines([record], { mended: true })).resolves.toHaveLength(1);
  });

  it('is refused with all its problems: field, rule and value', async () => {
    const rows = await map(['1,/,漏电,极高,许多,2026-02-30,张三,x', '2,水壶,漏电,高', ',水壶,漏电,高,1,2026-03-01,张三,x']);
    expect(problemsOf(rows[0])).toEqual([
      ['productName', 'VALUE_REQUIRED', ''],
      ['hazardDegree', 'IMPORT_VALUE_UNKNOWN', '极高'],
      ['scope.units', 'VALUE_INVALID', '许多'],
      ['observedOn', 'VALUE_INVALID', '2026-02-30'],
    ]);
    expect(problemsOf(rows[2])).toEqual([['编号', 'VALUE_REQUIRED', '']]);
  });

  it('that cannot be read is told whole, unless something of it is personal', async () => {
    const cut = '2,水壶,漏电,张三';
    expect(problemsOf((await map([cut]))[0])).toEqual([['', 'IMPORT_ROW_UNREADABLE', '']]);
    expect(problemsOf((await map([cut], mappingText().replace('personal: [投诉人]', 'personal: []')))[0])).toEqual([['', 'IMPORT_ROW_UNREADABLE', '["2","水壶","漏电","张三"]']]);
  });

  it('stands once: the same again is left out, another of the same key refused with the row of the first', async () => {
    const rows = await map(['1,水壶,漏电,高,1,2026-03-01,张三,x', '1,水壶,漏电,高,1,2026-03-01,张三,x', '1,水壶,起火,高,1,2026-03-01,张三,x']);
    expect(rows[1]).toMatchObject({ leftOut: { en: 'the same record stands in row 2' } });
    expect(rows[2] && 'problems' in rows[2] && rows[2].problems[0]).toMatchObject({ code: 'IMPORT_KEY_TWICE', parameters: { key: '1', first: 2 } });
  });

  it('takes from whoever imports what the file does not say', async () => {
    const text = mappingText().replace('日期, read: day', 'noticeDate, read: day').replace('personal:', 'given: { noticeDate: { en: day, zh-CN: 日期 } }\npersonal:');
    const [row] = await map(['1,水壶,漏电,高,1,,张三,x'], text, { given: { noticeDate: '2025.12.31' } });
    expect(row).toMatchObject({ item: { observedOn: '2025-12-31' } });
  });
});

describe('a mapping that cannot be used is refused with all that is wrong', () => {
  it.each([
    ['a field that the act does not take', '  hazard: { from: 隐患 }', 'has no field hazard; it has: channel, productName'],
    ['a value that a field does not have', '  scope.soldFrom: { value: soon }', 'scope.soldFrom cannot be "soon"'],
    ['personal data in a field', '  brand: { from: 投诉人 }', 'The column 投诉人 is personal; no key, skip or keep may read it'],
    ['a repair that does not exist', '  brand: { from: 名称, repair: [magic] }', 'fields.brand.repair.0'],
    ['two sources of a field', '  brand: { from: 名称, value: x }', 'exactly one of value, from and text'],
    ['a key of YAML that stands twice', '  channel: { value: INTERNET }', 'a name stands twice in the same place'],
  ])('%s', (_what, line, told) => {
    expect(() => readMapping(mappingText(line), 'kettles.yaml')).toThrow(told);
  });

  it.each([
    ['what lies within what is personal', 'personal: [buyer]', 'The column buyer is personal; no key, skip or keep may read it, and no field but those that stay in the centre, such as complainant.name, and buyer/city does'],
    ['what holds what is personal', 'personal: [calls/about/words]', 'and calls/about does'],
  ])('a field, a key, a skip or a column that is kept reads %s', (_what, personal, told) => {
    expect(() => readMapping(callsText.replace(/personal: .*/, personal), 'calls.yaml')).toThrow(told);
  });

  it('a field reads what is personal by another of its names', () => {
    const text = mappingText('  brand: { from: 举报人 }').replace('aliases: {', 'aliases: { 投诉人: [举报人],');
    expect(() => readMapping(text, 'kettles.yaml')).toThrow('The column 投诉人 is personal; no key, skip or keep may read it, and no field but those that stay in the centre, such as complainant.name, and 举报人 does');
  });

  it('names what the act requires and no field makes, and an act that there is not', () => {
    expect(() => readMapping(mappingText().replace(/ {2}hazardItem.*\n/, ''), 'm')).toThrow('TakeInRiskInformationInput requires hazardItem');
    expect(() => readMapping(mappingText().replace('takeInRiskInformation', 'takeOut'), 'm')).toThrow('no act takeOut that takes records in');
  });

  it('holds for every mapping that ships with the hub that nothing personal is read', async () => {
    const text = (await keptMapping('complaints')).replace('from: 平台', 'from: 投诉人');
    expect(() => readMapping(text, 'complaints')).toThrow('The column 投诉人 is personal');
  });
});

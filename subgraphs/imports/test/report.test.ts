import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptMapping } from '../src/mapping/kept-mappings.js';
import { mapRows, type MappedRow } from '../src/mapping/map-rows.js';
import { readMapping } from '../src/mapping/read-mapping.js';
import { reportLine, type ReportLine } from '../src/running/report-lines.js';
import type { TakenItem } from '../src/running/take-items.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});
afterAll(() => rm(folder, { recursive: true }));

const taken: TakenItem = { disposition: 'TAKEN', value: { number: 'FX-1' }, refusal: null };
const refused = (code: string, field: string | null, message = ''): TakenItem => ({ disposition: null, value: null, refusal: { code, message, field } });

async function mapped(content: string, mapping: string): Promise<MappedRow> {
  const path = join(folder, 'rows');
  await writeFile(path, content);
  const rows: MappedRow[] = [];
  for await (const row of mapRows(path, readMapping(mapping, 'test'))) rows.push(row);
  const [row] = rows;
  if (!row) throw new Error('The file has no row.');
  return row;
}

describe('the numbers of persons, which an import makes unreadable', () => {
  const columns = { 工单号: 'G-1', 登记时间: '2026-03-01', 事项类别: '投诉', 投诉人: '张三', 联系电话: '13800138000', 联系地址: '某路1号', 商品名称: '水壶', 商品类别: '家电', 品牌: '无', 问题类型: '漏电', 投诉内容: '本人', 紧急程度: '特急', 平台: '京东', 被投诉店铺: '示例店', 是否伤人: '是' };
  const complaint = async (changes: Partial<typeof columns>, sent: TakenItem = taken): Promise<ReportLine> => {
    const mapping = (await keptMapping('complaints')).replace('kind: xlsx', 'kind: csv').replace('header: 2', 'header: 1');
    const cells = { ...columns, ...changes };
    return reportLine(await mapped(`${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}\n`, mapping), sent, 'zh-CN');
  };

  it.each(['水壶 致电13800138000', '水壶　　致电１３８００１３８０００', '水壶  138  0013  8000', '水壶　１３８　　００１３　　８０００'])('stand in no repair of %s that is told', async (product) => {
    const { repairs } = await complaint({ 商品名称: product });
    expect(repairs).toMatch(/productName: 电话号码、身份证号已隐去 \(personal-numbers\): "水壶 (?:致电)?138\*{8}"/);
    expect(repairs.normalize('NFKC').replaceAll(/\s/g, '')).not.toMatch(/0013|8000/);
  });

  it('leave the repairs of other texts to be told from what to what', async () => {
    expect((await complaint({ 商品名称: '水壶Ａ  大' })).repairs).toBe('productName: 全角字母、数字、符号改为半角 (plain-width): "水壶Ａ  大" → "水壶A  大"; productName: 多个空格或其他空白合并为一个空格 (spaces): "水壶A  大" → "水壶A 大"');
  });

  it('stand in no value, key or message of a row that is refused, here or by the hub', async () => {
    const here = await complaint({ 工单号: '13800138000', 登记时间: '致电13800138000' });
    expect(here).toMatchObject({ outcome: 'REFUSED', key: '138********', value: '致电138********', message: expect.stringContaining('致电138********') as unknown });
    const mapping = (await keptMapping('web-notices')).replace(/format:.*\n/, 'format: { kind: json-lines }\n');
    const row = await mapped(JSON.stringify({ guid: 'n', product: '致电13800138000', hazard: '漏电', date: '2026-03-01' }), mapping);
    expect(reportLine(row, refused('VALUE_INVALID', 'productName', '13800138000 is wrong'), 'en')).toMatchObject({ value: '致电138********', message: '138******** is wrong' });
  });
});

describe('what no database keeps', () => {
  const mapping = `
mapping: kettles
version: 1
title: { en: Kettles, zh-CN: 电热水壶 }
fills: takeInRiskInformation
source: TEST
format: { kind: json-lines }
key: id
fields:
  channel: { value: INTERNET }
  productName: { from: name, repair: [spaces], limit: 60 }
  hazardItem: { from: hazard }
  observedOn: { from: day }
`;
  const kettle = (changes: object) => mapped(JSON.stringify({ id: '1', name: '水壶', hazard: '漏电', day: '2026-03-01', ...changes }), mapping);
  const unstorable = /\0|\p{Surrogate}/u;

  it('is cut out of no text: a character of two parts stays whole or goes', async () => {
    const row = await kettle({ name: `${'壶'.repeat(58)}🔥🔥` });
    expect('item' in row && row.item['productName']).toBe(`${'壶'.repeat(58)}…`);
    const line = reportLine(await kettle({ hazard: `${'火'.repeat(198)}🔥🔥` }), refused('VALUE_TOO_LONG', 'hazardItem'), 'en');
    expect(line.value).toBe(`${'火'.repeat(198)}…`);
  });

  it.each([['NUL', '\0'], ['half a character', '\ud83d']])('stands in no report: %s, wherever it stood', async (_what, character) => {
    const lines = [
      reportLine(await kettle({ id: `1${character}`, name: `水  壶${character}` }), refused('TEXT_UNSTORABLE', 'productName', `a${character}`), 'en'),
      reportLine(await kettle({ day: `1${character}` }), undefined, 'en'),
    ];
    expect(lines.map(({ outcome }) => outcome)).toEqual(['REFUSED', 'REFUSED']);
    expect(lines[0]).toMatchObject({ key: '1\ufffd', value: '水 壶\ufffd', message: 'a\ufffd', repairs: expect.stringContaining('水 壶\ufffd') as unknown });
    expect(Object.values(lines).flatMap((line) => Object.values(line).map(String)).filter((text) => unstorable.test(text))).toEqual([]);
  });
});

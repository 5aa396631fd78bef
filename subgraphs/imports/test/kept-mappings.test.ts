import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { describe, expect, it } from 'vitest';
import { keptMapping, keptMappings, type KeptMapping } from '../src/mapping/kept-mappings.js';
import { mapRows, type MapOptions, type MappedRow } from '../src/mapping/map-rows.js';
import { readMapping } from '../src/mapping/read-mapping.js';
import { xlsx } from './xlsx-file.js';

/** Real files that may not be committed: they are read where HUB_REAL_DATA says that they lie. */
const realData = process.env['HUB_REAL_DATA'] ?? '';

async function rowsOf(name: KeptMapping, path: string, options: MapOptions = {}): Promise<MappedRow[]> {
  const rows: MappedRow[] = [];
  for await (const row of mapRows(path, readMapping(await keptMapping(name), name), options)) rows.push(row);
  return rows;
}

function tally(rows: readonly MappedRow[]): Record<string, number> {
  const counts: Record<string, number> = { mapped: 0, 'left out': 0, refused: 0 };
  for (const row of rows) counts['item' in row ? 'mapped' : 'leftOut' in row ? 'left out' : 'refused']! += 1;
  return counts;
}

describe('the mappings that ship with the hub', () => {
  it('are all listed', () => {
    const files = readdirSync(fileURLToPath(new URL('../mappings/', import.meta.url)));
    expect(files.sort()).toEqual(keptMappings.map((name) => `${name}.yaml`));
  });

  it.each(keptMappings)('hold to their form and to the act that they fill: %s', async (name) => {
    expect(readMapping(await keptMapping(name), name).mapping.mapping).toBe(name);
  });

  it('make risk information of all 9,818 recalls of the CPSC', async () => {
    const rows = await rowsOf('cpsc-recalls', seedFile('cpsc_recalls.jsonl.gz'));
    expect(tally(rows)).toEqual({ mapped: 9818, 'left out': 0, refused: 0 });
  });

  it.skipIf(!existsSync(`${realData}/cn_product_sampling_automotive`))('account for every row of supervision sampling: 237 that failed, 1,324 that conformed', async () => {
    const rows = await rowsOf('product-sampling', `${realData}/cn_product_sampling_automotive/inspections.jsonl`);
    expect(tally(rows)).toEqual({ mapped: 237, 'left out': 1324, refused: 0 });
  });

  it.skipIf(!existsSync(`${realData}/cn_food_sampling_2026`))('make risk information of all 1,191 rows of food bulletins, days of spreadsheets and bulletins without a day among them', async () => {
    const rows = await rowsOf('food-sampling', `${realData}/cn_food_sampling_2026/records.jsonl`);
    expect(rows.filter((row) => 'problems' in row).map((row) => ('problems' in row ? row.problems[0] : undefined))).toEqual([]);
    expect(tally(rows)).toEqual({ mapped: 1191, 'left out': 0, refused: 0 });
  });

  it.skipIf(!existsSync(`${realData}/cn_cosmetics_online_fixtures`))('read the platform out of the seller of cosmetics, and the powers of ten that had lost their superscript', async () => {
    const rows = await rowsOf('cosmetics-online', `${realData}/cn_cosmetics_online_fixtures/cosmetics_online_9.csv`, { given: { noticeDate: '2025-12-31' } });
    expect(tally(rows)).toEqual({ mapped: 9, 'left out': 0, refused: 0 });
    const items = rows.map((row) => ('item' in row ? row : undefined));
    expect(items[4]?.item).toMatchObject({ scope: { platforms: ['京东'] }, observedOn: '2025-12-31' });
    expect(items[6]?.item).toMatchObject({ hazardItem: '1,2-二氯乙烷；二氯甲烷；苯', hazardDescription: expect.stringContaining('8.52×10⁵μg/g') as unknown });
    expect(items.flatMap((row) => row?.repairs.map(({ rule }) => rule) ?? [])).toContain('lost-superscript');
  });

  it('keep who complained apart from all else that is sent, read titles and merged cells, and leave out what is no complaint', async () => {
    const header = ['工单号', '登记时间', '事项类别', '投诉人', '联系电话', '联系地址', '商品名称', '商品类别', '品牌', '问题类型', '投诉内容', '紧急程度', '平台', '被投诉店铺', '是否伤人', '商品链接'];
    const complaint = (number: string, changes: Readonly<Record<string, string>> = {}) =>
      header.map((column) => ({ 工单号: number, 登记时间: '46082', 事项类别: '投诉', 投诉人: '张三', 联系电话: '13800138000', 联系地址: '某路1号', 商品名称: '电热水壶', 商品类别: '家电、厨房', 品牌: '无', 问题类型: '漏电、起火', 投诉内容: '本人电话 13800138000，身份证 330102199001011234', 紧急程度: '特急', 平台: '京东自营', 被投诉店铺: '示例店', 是否伤人: '是', 商品链接: 'https:/shop.example.cn/a b', ...changes })[column] ?? '');
    const file = xlsx([['投诉举报导出', ...header.slice(1).map(() => '')], header, complaint('G-1'), complaint('G-2', { 平台: '' }), complaint('G-3', { 事项类别: '咨询' })], [`A1:P1`, 'M3:M4']);
    const rows = await inFolder('complaints.xlsx', file, (path) => rowsOf('complaints', path));
    expect(tally(rows)).toEqual({ mapped: 2, 'left out': 1, refused: 0 });
    const items = rows.flatMap((row) => ('item' in row ? [row.item] : []));
    expect(items[1]).toMatchObject({
      channel: 'COMPLAINT', hazardItem: '漏电；起火', hazardDegree: 'SERIOUS', observedOn: '2026-03-01', scope: { platforms: ['京东'] },
      productCategories: ['家电', '厨房'], injuries: { hasInjuries: true },
    });
    expect(items[1]?.['complainant']).toEqual({ name: '张三', phone: '13800138000', address: '某路1号', statement: '本人电话 13800138000，身份证 330102199001011234' });
    const apart = items.map(({ complainant: _, ...matter }) => matter);
    expect(JSON.stringify(apart.map(({ sourceRecord: _, ...fields }) => fields))).not.toMatch(/示例店|shop\.example/);
    expect(JSON.stringify(apart)).not.toMatch(/张三|13800138000|某路|330102199001011234|本人/);
    expect(JSON.parse((items[0]?.['sourceRecord'] as { content: string }).content)).toMatchObject({
      投诉内容: expect.stringContaining('不在此留存') as unknown, 被投诉店铺: '示例店', 商品链接: 'https://shop.example.cn/a%20b', 投诉人: expect.stringContaining('不在此留存') as unknown,
    });
  });

  it('read what platforms report in GB 18030, and refuse a degree that they do not know', async () => {
    const file = Buffer.from('xr3MqAmxqLjmseC6xQnJzMa3serM4gnA4MS/Cca3xcYJ1srBv87KzOIJzsrM4su1w/cJt+fP1bXIvLYJz/rBvwm16sbMCcG0vdMJt6LP1sjVxtoKyr7A/cnMs8cJUS0xCbXnyMjLrrr4CbzStec+s/i3vwnKvsD9xcYJwqm156O7xvC78AnTw7unIDEzODAwMTM4MDAwILe007MJuN8J0tHK2yAxLDIwMCC8/gnKvsD9teoJaHR0cHM6Ly9zaG9wLmV4YW1wbGUuY24vMQkyMDI2LzMvMQrKvsD9ycyzxwlRLTIJsuXX+Qm80rXnCQnG8LvwCQm8q7jfCTMJyr7A/bXqCWh0dHBzOi8vc2hvcC5leGFtcGxlLmNuLzIJMjAyNi8zLzEK', 'base64');
    const rows = await inFolder('quality.tsv', file, (path) => rowsOf('platform-quality', path));
    expect(tally(rows)).toEqual({ mapped: 1, 'left out': 0, refused: 1 });
    expect(rows[0]).toMatchObject({ key: '示例商城/Q-1', item: { hazardDegree: 'HIGH', productCategories: ['家电', '厨房'], scope: { units: 1200, platforms: ['示例商城'] }, hazardDescription: '用户 138******** 反映', observedOn: '2026-03-01' } });
    expect(rows[1]).toMatchObject({ problems: [{ field: 'hazardDegree', code: 'IMPORT_VALUE_UNKNOWN', value: '极高' }] });
  });

  it('read notices from the web', async () => {
    const notice = (guid: string, more: string) => `<item><guid>${guid}</guid><title>某品牌水壶 漏电风险提示</title><date>2026年3月1日</date><link>https://example.cn/${guid}</link>${more}</item>`;
    const file = `<?xml version="1.0" encoding="UTF-8"?><rss><channel>${notice('n1', '<product>电热水壶</product><hazard>漏电</hazard><platform>示例商城、好物街</platform>')}${notice('n2', '')}</channel></rss>`;
    const rows = await inFolder('notices.xml', file, (path) => rowsOf('web-notices', path));
    expect(rows[0]).toMatchObject({ key: 'n1', item: { channel: 'INTERNET', productName: '电热水壶', scope: { platforms: ['示例商城', '好物街'] }, observedOn: '2026-03-01' } });
    expect(rows[1]).toMatchObject({ item: { productName: '某品牌水壶 漏电风险提示', hazardItem: '某品牌水壶 漏电风险提示' } });
  });

  it('read of a register of standards what holds no more, or not yet, and leave out what is in force', async () => {
    const standard = (number: string, state: string, more: readonly string[]) => [number, '家用电器安全 通用要求', state, '2005-08-26', '2006-08-01', ...more].join(',');
    const file = `标准号,中文名称,状态,发布日期,实施日期,废止日期,替代标准,被代替标准,适用产品\n${standard('GB 4706.1-2005', '被代替', ['2026-08-01', 'GB/T 4706.1-2024', 'GB 4706.1-1998', '家用电器'])}\n${standard('GB 6675.1-2014', '现行', ['', '', '', '玩具'])}\n${standard('GB 1-2026', '即将实施', ['', '', '', ''])}\n${standard('GB 2-2026', '暂停', ['', '', '', ''])}\n`;
    const rows = await inFolder('standards.csv', Buffer.from(file), (path) => rowsOf('standards-register', path));
    expect(tally(rows)).toEqual({ mapped: 2, 'left out': 1, refused: 1 });
    expect(rows[0]).toMatchObject({
      key: 'GB 4706.1-2005',
      item: { channel: 'STANDARDS_AND_FOREIGN', productName: '家用电器', hazardItem: '标准被代替', hazardDescription: expect.stringMatching(/替代标准：GB\/T 4706\.1-2024；被代替标准：GB 4706\.1-1998/) as unknown, observedOn: '2026-08-01' },
    });
    expect(rows[2]).toMatchObject({ item: { productName: '家用电器安全 通用要求', hazardItem: '标准即将实施', observedOn: '2005-08-26' } });
    expect(rows[3]).toMatchObject({ problems: [{ field: 'hazardItem', code: 'IMPORT_VALUE_UNKNOWN', value: '暂停' }] });
  });
});

async function inFolder<Result>(name: string, content: string | Buffer, work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-mappings-'));
  try {
    await writeFile(join(folder, name), content);
    return await work(join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

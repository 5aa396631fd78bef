import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../src/mapping/mapping.js';
import { readDelimited } from '../src/reading/delimited.js';
import { readJsonDocument } from '../src/reading/json-document.js';
import { readJsonLines } from '../src/reading/json-lines.js';
import { readSource } from '../src/reading/read-source.js';
import { readXml } from '../src/reading/xml.js';
import type { SourceRow } from '../src/reading/source-row.js';
import { xlsx, zipOf } from './xlsx-file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

const csv: Format = { kind: 'csv', encoding: 'utf-8', delimiter: ',', header: 1, aliases: {}, optional: [] };
const lines: Format = { kind: 'json-lines', encoding: 'utf-8' };
const json: Format = { kind: 'json', encoding: 'utf-8', records: [] };
const xml: Format = { kind: 'xml', encoding: 'utf-8', record: 'item' };
const sheet: Format = { kind: 'xlsx', header: 1, aliases: {}, optional: [] };

async function read(content: string | Buffer, format: Format, required: readonly string[] = [], aliases: Readonly<Record<string, readonly string[]>> = {}): Promise<SourceRow[]> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  const rows: SourceRow[] = [];
  for await (const row of readSource(path, format, { required, aliases })) rows.push(row);
  return rows;
}
const gb18030 = Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xcb, 0xae, 0xba, 0xf8]); // 名称 ⏎ 水壶

describe('a file is read whatever its format', () => {
  it('as CSV, TSV, JSON, JSON lines and XML, packed or not, with a byte order mark or without', async () => {
    expect((await read('\ufeffa,b\n1,"x\ny"\n', csv, ['a', 'b'])).map(({ row, cells }) => [row, cells])).toEqual([[2, { a: '1', b: 'x\ny' }]]);
    expect((await read(gzipSync('a\tb\n1\t2'), { ...csv, kind: 'tsv' }))[0]?.cells).toEqual({ a: '1', b: '2' });
    expect((await read('{"a":1}\r\n\n{"a":2}', lines)).map(({ row, content }) => [row, content])).toEqual([[1, '{"a":1}'], [3, '{"a":2}']]);
    expect((await read('{"data":{"rows":[{"a":[1,2]},{"a":3}]}}', { ...json, records: ['data', 'rows'] })).map(({ cells }) => cells)).toEqual([{ a: [1, 2] }, { a: 3 }]);
    expect((await read('[{"a":1},{"a":[{"b":2}]}]', json)).map(({ cells }) => cells)).toEqual([{ a: 1 }, { a: [{ b: 2 }] }]);
    expect((await read('<feed><item id="7"><t>水壶</t><c>a</c><c>b</c></item></feed>', xml))[0]?.cells).toEqual({ '@id': '7', t: '水壶', c: ['a', 'b'] });
  });

  it('in GB 18030', async () => {
    expect((await read(gb18030, { ...csv, encoding: 'gb18030' }))[0]?.cells).toEqual({ 名称: '水壶' });
  });

  it('as XLSX: merged cells count for all that they cover, a title stands above the header', async () => {
    const file = xlsx([['通报', '', ''], ['平台', '商品', '项目'], ['淘宝', '水壶', '漏电'], ['', '插座', '起火']], ['A1:C1', 'A3:A4']);
    expect((await read(file, { ...sheet, header: 2 }, ['平台', '项目'])).map(({ row, cells }) => [row, cells])).toEqual([
      [3, { 平台: '淘宝', 商品: '水壶', 项目: '漏电' }],
      [4, { 平台: '淘宝', 商品: '插座', 项目: '起火' }],
    ]);
  });

  it('under another name of a column, where the mapping knows it', async () => {
    expect((await read('品名\n水壶', csv, ['名称'], { 名称: ['品名'] }))[0]?.cells).toEqual({ 名称: '水壶' });
  });
});

describe('a bad file is refused whole, with a code', () => {
  const long = 'x'.repeat(1_100_000);
  const packed = gzipSync('{"a":1}\n'.repeat(100_000));
  const lying = zipOf({ 'xl/workbook.xml': ' '.repeat(40 * 1024 * 1024) });
  lying.writeUInt32LE(100, lying.indexOf('PK\x01\x02') + 24); // the unpacked size in the directory
  it.each<[string, string | Buffer, Format, string]>([
    ['another encoding', gb18030, csv, 'IMPORT_ENCODING'],
    ['UTF-8 where GB 18030 is said', '\ufeff名称\n水壶', { ...csv, encoding: 'gb18030' }, 'IMPORT_ENCODING'],
    ['a gzip that ends early', packed.subarray(0, packed.length - 20), lines, 'IMPORT_TRUNCATED'],
    ['a gzip that is broken', Buffer.concat([packed.subarray(0, 10), Buffer.alloc(40, 0xff)]), lines, 'IMPORT_UNREADABLE'],
    ['a gzip bomb', gzipSync(Buffer.alloc(100 * 1024 * 1024, `{"a":"${'x'.repeat(1000)}"}\n`)), lines, 'IMPORT_EXPANDS_TOO_FAR'],
    ['a line without end', long, lines, 'IMPORT_RECORD_TOO_LONG'],
    ['a quote that is never closed', `a\n"${long}`, csv, 'IMPORT_RECORD_TOO_LONG'],
    ['a quote that is not closed at the end', 'a\n"x', csv, 'IMPORT_UNREADABLE'],
    ['JSON that ends early', '[{"a":1},{"a"', json, 'IMPORT_TRUNCATED'],
    ['no JSON', '[{"a":1},,]', json, 'IMPORT_UNREADABLE'],
    ['one text of JSON without end', `[{"a":"${long.repeat(2)}"}]`, json, 'IMPORT_RECORD_TOO_LONG'],
    ['XML with entities', '<!DOCTYPE f [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><f><item>&b;</item></f>', xml, 'IMPORT_ENTITIES'],
    ['an entity of XML that nobody declared', '<f><item>&b;</item></f>', xml, 'IMPORT_UNREADABLE'],
    ['XML that ends early', '<f><item>a</item>', xml, 'IMPORT_TRUNCATED'],
    ['XML that nests without end', '<item>'.repeat(60), xml, 'IMPORT_UNREADABLE'],
    ['XML that nests without end around its records', '<f>'.repeat(60), xml, 'IMPORT_UNREADABLE'],
    ['one text of XML without end', `<f><item>${long.repeat(2)}</item></f>`, xml, 'IMPORT_RECORD_TOO_LONG'],
    ['no XLSX', 'a,b\n1,2', sheet, 'IMPORT_TRUNCATED'],
    ['an XLSX that ends early', xlsx([['a'], ['1']]).subarray(0, 200), sheet, 'IMPORT_TRUNCATED'],
    ['an XLSX that is a bomb', zipOf({ 'xl/workbook.xml': ' '.repeat(40 * 1024 * 1024) }), sheet, 'IMPORT_EXPANDS_TOO_FAR'],
    ['an XLSX that is a bomb and says that it is small', lying, sheet, 'IMPORT_UNREADABLE'],
    ['an XLSX that nests without end', zipOf({ 'xl/workbook.xml': '<sheets>'.repeat(60) }), sheet, 'IMPORT_UNREADABLE'],
    ['one text of an XLSX without end', zipOf({ 'xl/workbook.xml': `<workbook a="${long.repeat(3)}"/>` }), sheet, 'IMPORT_RECORD_TOO_LONG'],
    ['an XLSX with sheets without end', zipOf({ 'xl/workbook.xml': `<workbook>${'<sheet/>'.repeat(6000)}</workbook>` }), sheet, 'IMPORT_EXPANDS_TOO_FAR'],
    ['an XLSX whose merged cells lie on one another', xlsx([['a'], ['1']], ['A1:XFD1048576', 'A1:XFD1048576']), sheet, 'IMPORT_UNREADABLE'],
    ['an XLSX whose merged cells are wider than any sheet', xlsx([['a'], ['1']], ['A1:ZZZZZZ2']), sheet, 'IMPORT_UNREADABLE'],
    ['an XLSX with merged cells without end', xlsx([['a'], ['1']], Array.from({ length: 100_001 }, () => 'A1:A2')), sheet, 'IMPORT_EXPANDS_TOO_FAR'],
    ['an XLSX with a long text merged over many cells', xlsx([['a'], ['x'.repeat(50_000)]], ['A2:Z2']), sheet, 'IMPORT_RECORD_TOO_LONG'],
    ['an XLSX with entities', zipOf({ 'xl/workbook.xml': '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook/>' }), sheet, 'IMPORT_ENTITIES'],
    ['a ZIP of something else', zipOf({ 'a.txt': 'a' }), sheet, 'IMPORT_UNREADABLE'],
    ['an empty table', '', csv, 'IMPORT_UNREADABLE'],
  ])('%s', async (_what, content, format, code) => {
    await expect(read(content, format)).rejects.toMatchObject({ name: 'ImportFault', code });
  }, 60_000);

  it('a table that lacks columns, or has one twice, names them', async () => {
    await expect(read('品名,b\n1,2', csv, ['名称', 'b'])).rejects.toThrow('lacks columns that the mapping names: 名称. It has: 品名, b.');
    await expect(read('a,b,a\n1,2,3', csv, ['a'])).rejects.toMatchObject({ code: 'IMPORT_COLUMN_TWICE' });
    expect(await read('a,b,a\n1,2,3', csv, ['b'])).toHaveLength(1);
  });

  it.each<[string, string, (text: AsyncIterable<string>) => AsyncIterable<SourceRow>]>([
    ['CSV', 'a\n"', (text) => readDelimited(text, { delimiter: ',', header: 1, columns: { required: [], aliases: {} } })],
    ['JSON lines', '{"a":"', readJsonLines],
    ['JSON', '[{"a":"', (text) => readJsonDocument(text, [])],
    ['XML', '<f><item>', (text) => readXml(text, 'item')],
  ])('1 GB in one line of %s, of which no more is read than a record may have', async (_format, begin, reader) => {
    let read = 0;
    const gigabyte = async function* () {
      yield begin;
      for (const chunk = 'x'.repeat(64 * 1024); read < 1024 ** 3; read += chunk.length) yield await Promise.resolve(chunk);
    };
    const rows = async () => {
      for await (const row of reader(gigabyte())) expect(row).toBeUndefined();
    };
    await expect(rows()).rejects.toMatchObject({ code: 'IMPORT_RECORD_TOO_LONG' });
    expect(read).toBeLessThan(16 * 1024 * 1024);
  });
});

describe('a file that only looks bad is read', () => {
  it('XML with as many members of one name as a record may have, in time that grows with them', async () => {
    const began = performance.now();
    const [row] = await read(`<f><item>${'<a/>'.repeat(200_000)}</item></f>`, xml);
    expect(row?.cells['a']).toHaveLength(200_000);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { actForm, type ActForm } from '../src/sheets/act-form.js';
import { columnHeading, columnNamed } from '../src/sheets/column-heading.js';
import { sheetParts } from '../src/reading/spreadsheet/sheet-parts.js';
import { sheetRows } from '../src/reading/spreadsheet/sheet-rows.js';
import { Workbook } from '../src/reading/spreadsheet/workbook.js';
import { formItems } from '../src/sheets/form-items.js';
import type { FormRow } from '../src/sheets/form-row.js';
import { formTemplate } from '../src/sheets/form-template.js';
import { readForm } from '../src/sheets/read-form.js';
import { zipOf } from './xlsx-file.js';

const schema = buildSchema(`
  scalar DateTime scalar Date scalar Decimal
  enum Rule { "平均值" MEAN "逐个判定: each for itself." EACH }
  type Query { a: Int }
  input SpecimenInput { "实测值" measured: String! values: [String!] rule: Rule uncertainty: Decimal }
  input SubItemInput { "限值" limit: String! specimens: [SpecimenInput!]! }
  input ResultInput { "项目代码" itemCode: String! subItems: [SubItemInput!]! }
  input FileInput { hash: String! }
  input RangeInput { lowest: Decimal! highest: Decimal }
  input RecordInput {
    idempotencyKey: String! receiptId: ID! expectedRevision: Int at: DateTime! day: Date intact: Boolean! = false
    temperature: RangeInput results: [ResultInput!]! photos: [FileInput!]! = []
  }
  type Payload { outcomes: [Int] }
  type Mutation { "Record what was measured (检验结果登记, 5.3.3)." record(items: [RecordInput!]!): Payload none: Int }
`);
const form = actForm(schema, 'record') as ActForm;
const short: Readonly<Record<string, string>> = { key: 'idempotencyKey', receipt: 'receiptId', code: 'results.itemCode', limit: 'results.subItems.limit', measured: 'results.subItems.specimens.measured', values: 'results.subItems.specimens.values' };

const rowsOf = (...rows: Readonly<Record<string, string>>[]): FormRow[] =>
  rows.map((cells, n) => ({ row: n + 2, cells: new Map(form.columns.map(({ name }) => [name, cells[name] ?? cells[Object.keys(short).find((key) => short[key] === name) ?? ''] ?? ''])), written: {} }));
const whole = { key: 'a', receipt: 'r', at: '2026-03-01 09:30', code: 'LEAK', limit: '0.75', measured: '0.20' };
const made = (...rows: Readonly<Record<string, string>>[]) => formItems(form, rowsOf(...rows), ['receiptId', 'results.itemCode']).map((each) => ('item' in each ? each.item : 'problems' in each ? each.problems.map(({ code, field, value }) => [code, field, value]) : each));

describe('the sheet of an act', () => {
  it('has a column for each leaf of its input, by path, and knows which lists make several rows', () => {
    expect(form.columns.map(({ name, required }) => (required ? `* ${name}` : name))).toEqual([
      '* idempotencyKey', '* receiptId', '* at', 'day', 'intact', 'temperature.lowest', 'temperature.highest', '* results.itemCode', '* results.subItems.limit',
      '* results.subItems.specimens.measured', 'results.subItems.specimens.values', 'results.subItems.specimens.rule', 'results.subItems.specimens.uncertainty', 'photos.hash',
    ]);
    expect(form.repeated).toEqual(['results', 'results.subItems', 'results.subItems.specimens', 'photos']);
    expect(form.title['zh-CN']).toBe('检验结果登记');
    expect(actForm(schema, 'none')).toBeUndefined();
  });

  it('finds each column again by its heading, in either language, whatever was put before it', () => {
    for (const column of form.columns) {
      expect([columnNamed(columnHeading(column, 'en')), columnNamed(columnHeading(column, 'zh-CN')), columnNamed(`我的列（${column.name}）`)]).toEqual([column.name, column.name, column.name]);
    }
    expect(columnNamed('仅供查看：编号')).toBeUndefined();
  });
});

/** A workbook of one sheet, with rows as a spreadsheet writes them. */
const workbookOf = (name: string, rows: string) =>
  zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });

/** The first note of the sheet that explains another. */
async function firstNote(file: Buffer): Promise<string> {
  const workbook = await Workbook.of(file, 1_000_000);
  const [, part = ''] = [...(await sheetParts(workbook)).values()];
  const rows: string[][] = [];
  for await (const { values } of sheetRows(workbook, part, [])) rows.push(values);
  workbook.close();
  return rows[1]?.at(-1) ?? '';
}

describe('a workbook', () => {
  const limits = { rows: 10, unpacked: 1_000_000 };
  it('gives texts back as they went, whatever is in them, and runs none of them', async () => {
    const text = '=cmd|\'/c calc\'!A1 <&> _x0041_ \u0001 多\n行\r';
    const file = await formTemplate(form, { locale: 'zh-CN', waiting: [{ key: 'k-1', given: { receiptId: text, at: '2026-03-01 09:30' }, shown: ['@SUM(1)'] }], more: false, shown: [{ en: 'kind', 'zh-CN': '种类' }], freeKeys: ['k-2'], room: 10 });
    const [row, ...more] = await readForm(file, form, limits);
    expect(more).toEqual([]);
    expect([row?.row, row?.cells.get('receiptId'), row?.written['仅供查看：种类']]).toEqual([2, text.trim(), '@SUM(1)']);
  });

  it('gives numbers as a spreadsheet shows them, and none of more digits than it has kept; texts keep theirs', async () => {
    const cell = (xml: string) => `<c ${xml}</v></c>`;
    const row = (cells: string) => `<row>${cells}</row>`;
    const heading = (name: string) => `<c t="str"><v>(${name})</v></c>`;
    const headings = ['idempotencyKey', 'receiptId', 'at', 'results.itemCode', 'results.subItems.limit', 'results.subItems.specimens.measured'];
    const file = workbookOf('record', row(headings.map(heading).join('')) + row(['t="str"><v>20260301123456789', '><v>12345678901234500', '><v>46082.395833333336', 't="n"><v>1.2345678901234501E+17', '><v>0.30000000000000004', 't="e"><v>#N/A'].map(cell).join('')));
    const [only] = await readForm(file, form, limits);
    expect(headings.map((name) => only?.cells.get(name))).toEqual(['20260301123456789', '1.23456789012345E+16', '46082.3958333333', '1.23456789012345E+17', '0.3', '#N/A']);
  });

  it('says before anything else that more waits than stands in it, where it does', async () => {
    const noteWhere = async (rows: number, more: boolean) => firstNote(await formTemplate(form, { locale: 'zh-CN', waiting: Array.from({ length: rows }, () => ({ key: 'k', given: {}, shown: [] })), more, shown: [], freeKeys: [], room: 1 }));
    expect(await noteWhere(1, true)).toContain('本表只列出前 1 行');
    expect(await noteWhere(1, false)).toBe('未填写的行不办理。不需办理的行请删除。');
    // Fetched again, it would be as empty.
    expect(await noteWhere(0, true)).toBe('首项待办所需行数超过填报表上限，请联系运维调整 SHEET_ROWS，或用 filter 缩小范围。');
  });

  it('is not read on where it has more rows than may be, or grows too far', async () => {
    const waiting = Array.from({ length: 11 }, (_row, n) => ({ key: `k-${n}`, given: { receiptId: 'r'.repeat(1000) }, shown: [] }));
    const file = await formTemplate(form, { locale: 'en', waiting, more: false, shown: [], freeKeys: [], room: 10 });
    await expect(readForm(file, form, limits)).rejects.toMatchObject({ code: 'SHEET_TOO_LONG' });
    await expect(readForm(file, form, { rows: 20, unpacked: 10_000 })).rejects.toMatchObject({ code: 'IMPORT_EXPANDS_TOO_FAR' });
    await expect(readForm(file.subarray(0, 1000), form, limits)).rejects.toMatchObject({ code: 'SHEET_UNREADABLE' });
  });
});

describe('an item of several rows', () => {
  it('has an entry of the innermost list for each row; what stands above is repeated or left empty', () => {
    const [item] = made(
      whole,
      { measured: '0.21' },
      { key: 'a', receipt: 'r', code: 'LEAK', limit: '0.80', measured: '0.22' },
      { code: 'HEAT', limit: '5', measured: '4' },
      { 'photos.hash': 'h1' },
      { 'photos.hash': 'h2' },
    );
    expect(item).toEqual({
      idempotencyKey: 'a',
      receiptId: 'r',
      at: '2026-03-01T09:30:00+08:00',
      results: [
        { itemCode: 'LEAK', subItems: [{ limit: '0.75', specimens: [{ measured: '0.20' }, { measured: '0.21' }] }, { limit: '0.80', specimens: [{ measured: '0.22' }] }] },
        { itemCode: 'HEAT', subItems: [{ limit: '5', specimens: [{ measured: '4' }] }] },
      ],
      photos: [{ hash: 'h1' }, { hash: 'h2' }],
    });
  });

  it('takes rows of one key together wherever they stand', () => {
    const items = made(whole, { ...whole, key: 'b', receipt: 's' }, { ...whole, measured: '0.3' });
    expect(items).toMatchObject([{ idempotencyKey: 'a', results: [{ subItems: [{ specimens: [{ measured: '0.20' }, { measured: '0.3' }] }] }] }, { idempotencyKey: 'b' }]);
  });

  it('is refused where its rows contradict each other', () => {
    expect(made(whole, { key: 'a', receipt: 'other', measured: '1' })).toEqual([[['SHEET_ROWS_DIFFER', 'receiptId', 'other']]]);
  });

  it('leaves out the rows that nobody has written in', () => {
    expect(made(whole, { key: 'a', receipt: 'r', code: 'HEAT' })).toMatchObject([{ results: [{ itemCode: 'LEAK' }] }]);
    expect(made({ key: 'a', receipt: 'r', code: 'HEAT' })).toMatchObject([{ key: 'a', untouched: true }]);
    // What is given of the item itself counts where anything of it is written.
    expect(made({ ...whole, receipt: '' }, { receipt: 'r' })).toMatchObject([{ receiptId: 'r' }]);
  });

  it('tells all that is missing, of what is there', () => {
    expect(made({ key: 'a', measured: '1', 'temperature.highest': '5' })).toEqual([
      [['VALUE_REQUIRED', 'receiptId', ''], ['VALUE_REQUIRED', 'at', ''], ['VALUE_REQUIRED', 'temperature.lowest', ''], ['VALUE_REQUIRED', 'results.itemCode', ''], ['VALUE_REQUIRED', 'results.subItems.limit', '']],
    ]);
    expect(made({ ...whole, code: '', limit: '', measured: '' })).toEqual([[['VALUE_REQUIRED', 'results', '']]]);
  });

  it('without any key is refused, and so is the first row without one', () => {
    expect(made({ ...whole, key: '' })).toEqual([[['VALUE_REQUIRED', 'idempotencyKey', '']]]);
  });
});

it('of an act without lists, a key that comes twice is refused at its second row, and so is a row without one', () => {
  const plain = actForm(buildSchema('type Query { a: Int } input PlaceInput { idempotencyKey: String! place: String! } type Payload { a: Int } type Mutation { put(items: [PlaceInput!]!): Payload }'), 'put') as ActForm;
  const rows = [['a', 'x'], ['a', 'y'], ['', 'z']].map(([key = '', place = ''], n) => ({ row: n + 2, cells: new Map([['idempotencyKey', key], ['place', place]]), written: {} }));
  expect(formItems(plain, rows, []).map((each) => ('problems' in each ? each.problems.map(({ code, parameters }) => [code, parameters['first']]) : each))).toMatchObject([{ item: { place: 'x' } }, [['SHEET_KEY_TWICE', 2]], [['VALUE_REQUIRED', undefined]]]);
});

describe('a cell', () => {
  const memberOf = (of: unknown, name: string) => ((Array.isArray(of) ? (of as unknown[])[0] : of) as Readonly<Record<string, unknown>>)[name];
  /** What becomes of a text in a column, or the code that refuses it. */
  const value = (column: string, text: string): unknown => {
    const [item] = made({ ...whole, [column]: text });
    return Array.isArray(item) ? item[0]?.[0] : column.split('.').reduce<unknown>(memberOf, item);
  };
  it.each([
    ['intact', '是', true], ['intact', 'FALSE', false], ['intact', '1', true], ['intact', 'maybe', 'VALUE_INVALID'],
    ['results.subItems.specimens.rule', '逐个判定', 'EACH'], ['results.subItems.specimens.rule', 'mean', 'MEAN'], ['results.subItems.specimens.rule', '最小', 'VALUE_INVALID'],
    ['results.subItems.specimens.uncertainty', '0.30000000000000004', '0.3'], ['results.subItems.specimens.uncertainty', '１２.５', '12.5'], ['results.subItems.specimens.uncertainty', '=1+1', 'VALUE_INVALID'],
    ['results.subItems.specimens.uncertainty', '5E-7', '0.0000005'],
    ['results.subItems.specimens.values', '1.0；1.1\n1.2', ['1.0', '1.1', '1.2']],
    ['day', '2026年3月1日', '2026-03-01'], ['day', '46082', '2026-03-01'], ['day', 'soon', 'VALUE_INVALID'],
    ['at', '2026-03-01', 'VALUE_INVALID'],
    ['results.subItems.specimens.measured', '12345678901234567', '12345678901234567'], ['results.subItems.specimens.measured', '1.23456789012345E+16', 'VALUE_INVALID'], ['results.subItems.specimens.uncertainty', '6.90123E+12', 'VALUE_INVALID'],
    ['results.subItems.specimens.measured', '#N/A', 'VALUE_INVALID'], ['results.subItems.specimens.values', '1.0；#DIV/0!', 'VALUE_INVALID'], ['results.subItems.specimens.rule', '#REF!', 'VALUE_INVALID'], ['results.subItems.specimens.measured', '#1', '#1'],
  ])('%s "%s" is %j', (column, text, expected) => {
    expect(value(column, text)).toEqual(expected);
  });

  it.each([
    ['results.subItems.specimens.measured', 'the value itself instead of a formula'],
    ['results.subItems.specimens.uncertainty', 'the value itself instead of a formula, or an empty cell'],
  ])('with an error of the spreadsheet may be emptied where the act does without it: %s', (column, example) => {
    const [each] = formItems(form, rowsOf({ ...whole, [column]: '#N/A' }), []);
    expect(each).toMatchObject({ problems: [{ field: column, parameters: { example: { en: example } } }] });
  });
});

describe('an act that needs nothing but what stands in its sheet already', () => {
  const acts = buildSchema(`
    type Query { a: Int } type Payload { a: Int }
    enum Answer { ACCEPT DECLINE }
    input AcceptInput { idempotencyKey: String! commissionId: ID! answer: Answer! = ACCEPT reason: String }
    input ResultInput { itemCode: String! measured: [String!]! = [] value: String }
    input ResultsInput { idempotencyKey: String! receiptId: ID! results: [ResultInput!]! }
    type Mutation { accept(items: [AcceptInput!]!): Payload record(items: [ResultsInput!]!): Payload }`);
  const of = (act: string, given: readonly string[], ...rows: Readonly<Record<string, string>>[]) => {
    const made = actForm(acts, act, { given }) as ActForm;
    const all = rows.map((cells, n) => ({ row: n + 2, cells: new Map(made.columns.map(({ name }) => [name, cells[name] ?? ''])), written: {} }));
    return formItems(made, all, given).map((each) => ('item' in each ? each.item : 'problems' in each ? each.problems.map(({ code, field }) => `${field} ${code}`) : 'left out'));
  };
  const row = (key: string, more: Readonly<Record<string, string>> = {}) => ({ idempotencyKey: key, commissionId: `c-${key}`, ...more });

  it('is done on the rows alone that say so, and asks where something is written and that is not said', () => {
    expect(of('accept', ['commissionId'], row('a'), row('b', { perform: '是' }), row('c', { perform: '是', answer: 'DECLINE', reason: 'x' }), row('d', { perform: '否', reason: 'x' }), row('e', { reason: 'x' }), row('f', { perform: '也许' }))).toEqual([
      'left out',
      { idempotencyKey: 'b', commissionId: 'c-b' },
      { idempotencyKey: 'c', commissionId: 'c-c', answer: 'DECLINE', reason: 'x' },
      'left out',
      ['perform VALUE_REQUIRED'],
      ['perform VALUE_INVALID'],
    ]);
  });

  it('leaves out the entries of a list that nobody has written in, also where nothing of them is required', () => {
    const entry = (code: string, value = '') => ({ idempotencyKey: 'a', receiptId: 'r', 'results.itemCode': code, 'results.value': value });
    expect(of('record', ['receiptId', 'results.itemCode'], entry('LEAK', '0.2'), entry('HEAT'), { ...entry('LEAK'), idempotencyKey: 'b' })).toEqual([
      { idempotencyKey: 'a', receiptId: 'r', results: [{ itemCode: 'LEAK', value: '0.2' }] },
      'left out',
    ]);
  });
});

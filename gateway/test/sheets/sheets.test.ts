import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintServiceToken, mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { columnNamed } from '@hub/imports/sheets/column-heading.js';
import { standardSheets } from '../../src/sheets/sheet-settings.js';
import { gatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.js';
import { playedAct, type PlayedAct } from './played-act.js';
import { readSheets } from './read-sheets.js';
import { sheetFile } from './sheet-file.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let owner: PlayedAct;
let hub: GatewayUnderTest;
beforeAll(async () => {
  owner = await playedAct();
  hub = await gatewayUnderTest([owner.subgraph], { upstreamTimeout: 5_000, sheets: { ...standardSheets, SHEET_ROWS: 120, SHEET_BYTES: 100_000, SHEETS_PER_PARTY: 1 } });
});
afterAll(async () => {
  await hub.close();
  await owner.subgraph.close();
});
beforeEach(() => owner.reset());

async function call(path: string, { language = 'en', ...init }: RequestInit & { language?: string } = {}): Promise<Response> {
  const authorization = `Bearer ${await mintUserToken(hub.environment.dataDir, { userId: 'center.3', partyId: 'center', role: 'STOREKEEPER' })}`;
  return fetch(new URL(path, hub.url), { ...init, headers: { authorization, 'accept-language': language, ...(init.headers as object) } });
}
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code];
const fetchSheet = async (act: string, { search = '', language = 'en' } = {}) => readSheets(Buffer.from(await (await call(`/sheets/${act}${search}`, { language })).arrayBuffer()));
const send = (act: string, file: Buffer, { accept = 'application/json', language = 'en' } = {}) => call(`/sheets/${act}`, { method: 'POST', body: new Uint8Array(file), language, headers: { 'content-type': xlsx, accept } });
interface Told {
  readonly rows: readonly { rows: number[]; key: string; outcome: string; number?: string; code?: string; message?: string }[];
}
const told = async (response: Response) => ((await response.json()) as Told).rows;

/** A sheet as somebody fills it in: rows by the paths of columns, under the headings of the template. */
async function filledIn(act: string, rows: readonly Readonly<Record<string, string>>[]): Promise<Buffer> {
  const [template] = await fetchSheet(act, { search: '?waiting=no' });
  const headings = template?.rows[0] ?? [];
  return sheetFile(act, [headings, ...rows.map((row) => headings.map((heading) => row[columnNamed(heading) ?? ''] ?? ''))]);
}

describe('a sheet to be filled in', () => {
  it('has a column for each value that the act takes, in Chinese, with what is required marked, and none for the revision', async () => {
    const [sheet, notes] = await fetchSheet('warehouseSample', { language: 'zh-CN' });
    expect(sheet?.name).toBe('warehouseSample');
    expect(sheet?.rows[0]).toEqual(['* 行标识 (idempotencyKey)', '* 样品标识 (sampleId)', '* 存放位置 (place)', '到期日 (due)', '* 种类 (kind)', '费用 · 金额 (fee.amount)', '照片 · 名称 (photos.name)', '照片 · 数量 (photos.count)', '仅供查看：编号', '仅供查看：盲样编号', '仅供查看：产品名称']);
    expect(notes?.name).toBe('填写说明');
    expect(notes?.rows.find(([column]) => column === '种类 (kind)')?.slice(1, 3)).toEqual(['是', '整装 (WHOLE)、散装 (LOOSE)']);
  });

  it('offers codes as a list to choose from', async () => {
    const [sheet, , lists] = await fetchSheet('warehouseSample', { language: 'zh-CN' });
    expect(lists).toMatchObject({ name: 'lists', hidden: true, rows: [['1'], ['整装'], ['散装']] });
    expect(sheet?.xml).toContain('<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="E2:E121"><formula1>lists!$A$2:$A$3</formula1></dataValidation>');
  });

  it('has what waits in it, asked as whoever fetches it and by the states from which the act is possible, and keys for rows of one’s own', async () => {
    owner.waiting = [{ id: 's-1', number: 'YP-1', blindNumber: 'B-1', productName: '=cmd|calc' }, { id: 's-2', number: 'YP-2', blindNumber: 'B-2', productName: '水壶' }];
    const [sheet] = await fetchSheet('warehouseSample', { search: `?filter=${encodeURIComponent('{"planId":"p"}')}` });
    expect(owner.asked).toEqual([{ filter: { planId: 'p', state: ['REGISTERED'] }, party: 'center' }]);
    const [, first, second, ...free] = sheet?.rows ?? [];
    expect([first?.[1], second?.[1], free[0]?.[1]]).toEqual(['s-1', 's-2', '']);
    expect(first?.slice(-3)).toEqual(['YP-1', 'B-1', '=cmd|calc']);
    expect(free).toHaveLength(50);
    expect(new Set(sheet?.rows.map(([key]) => key)).size).toBe(53);
    expect(sheet?.xml).not.toContain('<f>');
    expect((await fetchSheet('warehouseSample', { search: '?waiting=no' }))[0]?.rows).toHaveLength(51);
  });

  it('shows until when something is to be done as people write it: a limit that ends with a day on that day at 24:00, and none as nothing', async () => {
    const until = (acknowledgeBy: string | null, n: number) => ({ id: `d-${n}`, number: `SJ-${n}`, productName: '水壶', acknowledgeBy });
    owner.waiting = ['2026-12-11T00:00:00.000+08:00', '2026-12-10T16:30:00.000+08:00', null].map(until);
    const [sheet] = await fetchSheet('acknowledgeMonitoringData');
    expect(sheet?.rows.slice(1, 4).map((cells) => cells.at(-1))).toEqual(['2026-12-10 24:00', '2026-12-10 16:30', '']);
  });

  it('says where more waits than has room in it, in itself and beside it', async () => {
    const waits = (count: number) => Array.from({ length: count }, (_sample, n) => ({ id: `s-${n}`, number: `YP-${n}` }));
    owner.waiting = waits(120);
    expect((await call('/sheets/warehouseSample')).headers.get('x-hub-sheet')).toBe('waiting=120');
    owner.waiting = waits(121);
    const response = await call('/sheets/warehouseSample');
    expect(response.headers.get('x-hub-sheet')).toBe('waiting=120, more');
    const [sheet, notes] = await readSheets(Buffer.from(await response.arrayBuffer()));
    expect(sheet?.rows).toHaveLength(121);
    expect(notes?.rows[1]?.at(-1)).toContain('these are the first 120 rows');
  });

  it('is refused to nobody’s service, without token, and for acts that have none', async () => {
    expect(await codeOf(await call('/sheets/signEverything'))).toEqual([404, 'SHEET_ACT_UNKNOWN']);
    expect((await fetch(new URL('/sheets/warehouseSample', hub.url))).status).toBe(401);
    const service = await mintServiceToken(hub.environment.dataDir, 'labs');
    expect((await fetch(new URL('/sheets/warehouseSample', hub.url), { headers: { authorization: `Bearer ${service}` } })).status).toBe(401);
    expect(((await (await call('/sheets')).json()) as { acts: { act: string }[] }).acts.map(({ act }) => act)).toEqual(['warehouseSample', 'acknowledgeMonitoringData']);
    for (const search of ['filter=no', 'filter=[]', 'waiting=perhaps']) expect(await codeOf(await call(`/sheets/warehouseSample?${search}`)), search).toEqual([400, 'REQUEST_INVALID']);
  });

  it('tells as its list would what the list refuses', async () => {
    owner.refuse = 'SHARING_NOT_IN_AUDIENCE';
    expect(await codeOf(await call('/sheets/warehouseSample'))).toEqual([403, 'SHARING_NOT_IN_AUDIENCE']);
  });
});

const row = (n: number, more: Readonly<Record<string, string>> = {}) => ({ idempotencyKey: `k-${n}`, sampleId: `s-${n}`, place: `A-${n}`, kind: '整装', ...more });

describe('a sheet that is sent', () => {
  it('is done row by row, in the caller’s name, and what is refused comes back with reasons, to be mended and sent again', async () => {
    owner.refuses = ({ place }) => (place === 'A-2' ? 'PLACE_TAKEN' : undefined);
    const file = await filledIn('warehouseSample', [row(1), row(2), row(3, { kind: '圆的' })]);
    const response = await send('warehouseSample', file, { accept: xlsx, language: 'zh-CN' });
    expect(response.headers.get('x-hub-sheet')).toBe('done=1, refused=2, left-out=0, not-sent=0');
    expect(owner.done).toEqual([{ idempotencyKey: 'k-1', sampleId: 's-1', place: 'A-1', kind: 'WHOLE', party: 'center' }]);
    const [back, became] = await readSheets(Buffer.from(await response.arrayBuffer()));
    expect(back?.rows.map((cells) => [cells[0], ...cells.slice(-2)])).toEqual([
      ['* 行标识 (idempotencyKey)', '未办理：代码', '未办理：原因和处理办法'],
      ['k-2', 'PLACE_TAKEN', '存放位置: PLACE_TAKEN, said the owner.'],
      ['k-3', 'VALUE_INVALID', expect.stringContaining('种类')],
    ]);
    expect(became?.rows.map(([where, key, outcome, number]) => [where, key, outcome, number])).toEqual([['行', '行标识', '结果', '编号'], ['2', 'k-1', '已办理', 'YP-s-1'], ['3', 'k-2', '未办理', ''], ['4', 'k-3', '未办理', '']]);

    const mended = back?.rows.map((cells) => cells.map((text) => text.replace('A-2', 'A-9').replace('圆的', '散装'))) ?? [];
    expect(await told(await send('warehouseSample', sheetFile('warehouseSample', mended)))).toMatchObject([{ key: 'k-2', outcome: 'DONE' }, { key: 'k-3', outcome: 'DONE' }]);
    expect(owner.done.map(({ place, kind }) => [place, kind])).toEqual([['A-1', 'WHOLE'], ['A-9', 'WHOLE'], ['A-3', 'LOOSE']]);
  });

  it('keeps beside a refused row what stood there to be read, and no reason of an earlier time', async () => {
    owner.refuses = () => 'PLACE_TAKEN';
    const [template] = await fetchSheet('warehouseSample', { search: '?waiting=no', language: 'zh-CN' });
    const headings = [...(template?.rows[0] ?? []), '未办理：代码'];
    const cells = headings.map((heading) => ({ ...row(1), number: '' })[columnNamed(heading) ?? 'number'] ?? '').map((text, n) => (headings[n] === '仅供查看：编号' ? 'YP-1' : headings[n] === '未办理：代码' ? 'OLD' : text));
    const [back] = await readSheets(Buffer.from(await (await send('warehouseSample', sheetFile('warehouseSample', [headings, cells]), { accept: xlsx, language: 'zh-CN' })).arrayBuffer()));
    expect(back?.rows[1]?.slice(-5)).toEqual(['YP-1', '', '', 'PLACE_TAKEN', expect.any(String)]);
  });

  it('changes nothing when it is sent twice, or sorted and saved anew', async () => {
    const first = await told(await send('warehouseSample', await filledIn('warehouseSample', [row(1), row(2)])));
    const again = await told(await send('warehouseSample', await filledIn('warehouseSample', [row(2), row(1)])));
    expect(again.map(({ key, outcome, number }) => [key, outcome, number])).toEqual(first.map(({ key, outcome, number }) => [key, outcome, number]).reverse());
    expect(owner.done).toHaveLength(2);
  });

  it('leaves out rows in which only stands what the template had filled in', async () => {
    const rows = await told(await send('warehouseSample', await filledIn('warehouseSample', [{ idempotencyKey: 'k-1', sampleId: 's-1' }, row(2), { idempotencyKey: 'k-3' }])));
    expect(rows).toMatchObject([{ key: 'k-1', outcome: 'LEFT_OUT' }, { key: 'k-2', outcome: 'DONE' }]);
    expect(owner.done).toHaveLength(1);
  });

  it('makes one item of rows with one key, or none, and refuses those that contradict each other', async () => {
    const file = await filledIn('warehouseSample', [
      row(1, { 'photos.name': 'a', 'photos.count': '1' }),
      { 'photos.name': 'b', 'photos.count': '2' },
      row(2, { 'photos.name': 'c', 'photos.count': '1' }),
      { idempotencyKey: 'k-2', place: 'elsewhere', 'photos.name': 'd', 'photos.count': '1' },
    ]);
    const rows = await told(await send('warehouseSample', file));
    expect(rows).toMatchObject([{ rows: [2, 3], outcome: 'DONE' }, { rows: [4, 5], outcome: 'REFUSED', code: 'SHEET_ROWS_DIFFER' }]);
    expect(owner.done[0]).toMatchObject({ photos: [{ name: 'a', count: 1 }, { name: 'b', count: 2 }] });
  });

  it('refuses by itself the row whose value GraphQL does not read, and does the others', async () => {
    const rows = await told(await send('warehouseSample', await filledIn('warehouseSample', [row(1), row(2, { 'fee.amount': '1.234567' }), row(3)])));
    expect(rows).toMatchObject([{ outcome: 'DONE' }, { outcome: 'REFUSED', code: 'VALUE_INVALID' }, { outcome: 'DONE' }]);
  });

  it('sends no more where the hub fails on the way, and says of the rest that it may be sent again', async () => {
    owner.failsAfter = 1;
    const rows = await told(await send('warehouseSample', await filledIn('warehouseSample', Array.from({ length: 70 }, (_row, n) => row(n)))));
    expect(rows.slice(48, 52).map(({ outcome }) => outcome)).toEqual(['DONE', 'DONE', 'NOT_SENT', 'NOT_SENT']);
    expect(owner.done).toHaveLength(50);
  });

  it('is refused as a whole where the act is denied, or the hub is away from the beginning', async () => {
    owner.refuse = 'ACT_NOT_PERMITTED';
    expect(await codeOf(await send('warehouseSample', await filledIn('warehouseSample', [row(1)])))).toEqual([403, 'ACT_NOT_PERMITTED']);
  });

  it('is not read where the act is denied, whatever is in it', async () => {
    owner.refuse = 'ACT_NOT_PERMITTED';
    expect(await codeOf(await send('warehouseSample', Buffer.from('no workbook')))).toEqual([403, 'ACT_NOT_PERMITTED']);
  });

  it.each([
    ['no workbook', () => Buffer.from('sampleId,place\n1,2'), 'SHEET_UNREADABLE'],
    ['the sheet of another act', () => sheetFile('registerSample', [['* 样品标识 (sampleId)']]), 'SHEET_NOT_OF_ACT'],
    ['columns that the act does not take', () => sheetFile('warehouseSample', [['(idempotencyKey)', '(sampleId)', '(place)', '(kind)', '(price)'], ['k', 's', 'p', 'WHOLE', '1']]), 'SHEET_NOT_OF_ACT'],
    ['a required column too few', () => sheetFile('warehouseSample', [['(idempotencyKey)', '(sampleId)', '(kind)'], ['k', 's', 'WHOLE']]), 'SHEET_NOT_OF_ACT'],
    ['a column twice', () => sheetFile('warehouseSample', [['(idempotencyKey)', '(sampleId)', '(place)', '位置 (place)', '(kind)'], ['k', 's', 'p', 'q', 'WHOLE']]), 'SHEET_NOT_OF_ACT'],
    ['too many rows', () => sheetFile('warehouseSample', [['(idempotencyKey)', '(sampleId)', '(place)', '(kind)'], ...Array.from({ length: 121 }, (_row, n) => [`k-${n}`, 's', 'p', 'WHOLE'])]), 'SHEET_TOO_LONG'],
    ['too much when unpacked', () => sheetFile('warehouseSample', [['(idempotencyKey)', '(sampleId)', '(place)', '(kind)'], ['k', 's', 'p'.repeat(2_100_000), 'WHOLE']]), 'IMPORT_EXPANDS_TOO_FAR'],
  ])('is refused as a whole where it is %s, and nothing is done', async (_what, file, code) => {
    const response = await send('warehouseSample', file());
    expect(await codeOf(response.clone())).toEqual([400, code]);
    expect(((await response.json()) as { errors: { message: string }[] }).errors[0]?.message).toContain('Nothing was');
    expect(owner.done).toEqual([]);
  });

  it('is told in Chinese, too', async () => {
    const response = await send('warehouseSample', sheetFile('registerSample', [['* 样品标识 (sampleId)']]), { language: 'zh-CN' });
    expect(((await response.json()) as { errors: { message: string }[] }).errors[0]?.message).toContain('这不是 warehouseSample 的填报表');
  });

  it('is refused before it is read where it is too large, or nobody’s', async () => {
    expect(await codeOf(await send('warehouseSample', Buffer.alloc(100_001)))).toEqual([413, 'LIMIT_BODY_BYTES']);
    expect((await fetch(new URL('/sheets/warehouseSample', hub.url), { method: 'POST', body: new Uint8Array(100_001), headers: { 'content-type': xlsx } })).status).toBe(401);
    expect(await codeOf(await call('/sheets/warehouseSample', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }))).toEqual([400, 'SHEET_UNREADABLE']);
  });

  it('waits for others of its party to be done', async () => {
    const file = await filledIn('warehouseSample', [row(1)]);
    const release = owner.hold();
    const first = send('warehouseSample', file);
    await owner.held;
    expect(await codeOf(await send('warehouseSample', file))).toEqual([429, 'SHEETS_TOO_MANY']);
    expect(await codeOf(await call('/sheets/warehouseSample'))).toEqual([429, 'SHEETS_TOO_MANY']);
    expect(owner.asked).toEqual([]);
    release();
    expect((await first).status).toBe(200);
    expect((await send('warehouseSample', file)).status).toBe(200);
  });
});

it('where only listed operations are let in, sheets are fetched and sent all the same: what they ask is the gateway’s own text', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-sheets-'));
  const file = join(folder, 'operations.json');
  await writeFile(file, JSON.stringify({ nothing: '{ __typename }' }));
  const usual = hub;
  hub = await gatewayUnderTest([owner.subgraph], { upstreamTimeout: 5_000, safelist: { mode: 'enforce', file } });
  try {
    owner.waiting = [{ id: 's-1', number: 'YP-1' }];
    expect((await hub.ask('{ samples { nodes { id } } }')).errors?.[0]?.extensions['code']).toBe('OPERATION_NOT_LISTED');
    expect((await fetchSheet('warehouseSample'))[0]?.rows[1]?.[1]).toBe('s-1');
    expect(await told(await send('warehouseSample', await filledIn('warehouseSample', [row(1)])))).toMatchObject([{ outcome: 'DONE' }]);
  } finally {
    await hub.close();
    hub = usual;
    await rm(folder, { recursive: true });
  }
});

import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { mintServiceToken, mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchExport } from '@hub/client/exports/fetch-export.js';
import { HubExports } from '@hub/client/exports/hub-exports.js';
import { verifyExport } from '@hub/client/exports/verify-export.js';
import { standardExports } from '../../src/exports/export-settings.js';
import { gatewayUnderTest, type GatewayUnderTest } from '../gateway-under-test.js';
import { livingMemory } from './living-memory.js';
import { playedList, type PlayedList } from './played-list.js';
import { readWorkbook } from './read-workbook.js';

let list: PlayedList;
let hub: GatewayUnderTest;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-exports-'));
  list = await playedList();
  hub = await gatewayUnderTest([list.subgraph], { upstreamTimeout: 5_000, exports: { ...standardExports, EXPORT_ROWS: 100_000 } });
});
afterAll(async () => {
  await hub.close();
  await list.subgraph.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  Object.assign(list, { rows: 3, row: (n: number) => ({ name: `样品 ${n}` }), beforePage: () => undefined, refusePhones: () => false });
  list.asked.length = 0;
});

const tokenOf = (party: string, { role = 'ANALYST', user = '1' } = {}) => mintUserToken(hub.environment.dataDir, { userId: `${party}.${user}`, partyId: party, role });
async function call(path: string, { party = 'center', ...init }: RequestInit & { party?: string; token?: string } = {}): Promise<Response> {
  const authorization = `Bearer ${init.token ?? (await tokenOf(party))}`;
  return fetch(new URL(path, hub.url), { ...init, headers: { 'content-type': 'application/json', 'accept-language': 'en', authorization, ...(init.headers as object) } });
}
async function begin(request: object, party = 'center'): Promise<{ id: string; query: string; columns: string[]; totalCount: number; pageSize: number; errors?: { extensions: { code: string }; message: string }[] }> {
  return (await (await call('/exports', { method: 'POST', body: JSON.stringify({ list: 'samples', ...request }), party })).json()) as never;
}
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code];
async function exported(request: object, party = 'center'): Promise<Buffer> {
  const { id } = await begin(request, party);
  const response = await call(`/exports/${id}/file`, { party });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

describe('a list as a file', () => {
  it('is CSV that spreadsheets know as UTF-8, with all that a row itself says', async () => {
    list.row = (n) => ({ name: `样品 "${n}", 甲`, price: n / 2, passed: n === 1, tags: ['a', 'b'] });
    expect((await exported({ format: 'csv' })).toString()).toBe(
      '\ufeffid,name,price,passed,tags,_sharing\r\n0,"样品 ""0"", 甲",0,false,"[""a"",""b""]",\r\n1,"样品 ""1"", 甲",0.5,true,"[""a"",""b""]",\r\n2,"样品 ""2"", 甲",1,false,"[""a"",""b""]",\r\n',
    );
  });

  it('is JSON lines as a query answers, and a workbook with numbers that are numbers', async () => {
    list.row = (n) => ({ name: `<${n}> & \u0001`, price: n / 2, parts: [{ name: 'x' }, { name: null }] });
    const fields = ['id', 'name', 'price', 'buyer.name', 'parts.name'];
    const lines = (await exported({ format: 'jsonl', fields })).toString().trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
    expect(lines[1]).toEqual({ id: '1', name: '<1> & \u0001', price: 0.5, buyer: { name: '张三' }, parts: [{ name: 'x' }, { name: null }] });
    const rows = await readWorkbook(await exported({ format: 'xlsx', fields }));
    expect(rows).toEqual([[...fields, '_sharing'], ...[0, 1, 2].map((n) => [String(n), `<${n}> & _x0001_`, n / 2, '张三', '["x",null]', null])]);
  });

  it('is empty and whole where nothing is found, and takes the arguments of the list', async () => {
    expect((await exported({ format: 'csv', fields: ['id'], filter: { name: 'none' } })).toString()).toBe('\ufeffid,_sharing\r\n');
    expect(await readWorkbook(await exported({ format: 'xlsx', fields: ['id'], filter: { name: 'none' } }))).toEqual([['id', '_sharing']]);
  });

  it('executes no formula in a spreadsheet', async () => {
    const bad = ['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'];
    list.rows = bad.length + 2;
    list.row = (n) => ({ name: [...bad, '-5.5', 'a=1'][n] });
    const csv = (await exported({ format: 'csv', fields: ['name'] })).toString();
    for (const text of bad) expect(csv).toContain(`'${text}`);
    expect(csv.split('\r\n').slice(-3, -1)).toEqual(['-5.5,', 'a=1,']);
    const rows = await readWorkbook(await exported({ format: 'xlsx', fields: ['name'] }));
    expect(rows.slice(1).map(([name]) => name)).toEqual([...bad.map((text) => text.replace('\r', '_x000D_')), '-5.5', 'a=1']);
  });

  it.each([
    [{ list: 'nothing' }, 'EXPORT_LIST_UNKNOWN'],
    [{ list: 'owner' }, 'EXPORT_LIST_UNKNOWN'],
    [{ list: '__proto__' }, 'EXPORT_LIST_UNKNOWN'],
    [{ fields: ['nothing'] }, 'EXPORT_FIELD_UNKNOWN'],
    [{ fields: ['name } } evil: samples { nodes { id'] }, 'EXPORT_FIELD_UNKNOWN'],
    [{ fields: ['buyer'] }, 'EXPORT_FIELD_UNKNOWN'],
    [{ fields: ['name.length'] }, 'EXPORT_FIELD_UNKNOWN'],
    [{ fields: ['of'] }, 'EXPORT_FIELD_UNKNOWN'],
    [{ fields: ['more.nodes.id'] }, 'EXPORT_FIELD_UNKNOWN'],
    [{ arguments: { first: 5 } }, 'EXPORT_ARGUMENT_UNKNOWN'],
    [{ orderBy: {} }, 'EXPORT_ARGUMENT_UNKNOWN'],
    [{ filter: { nothing: 1 } }, 'VALUE_INVALID'],
    [{ format: 'pdf' }, 'REQUEST_INVALID'],
  ])('%j is refused with %s', async (request, code) => {
    expect(await codeOf(await call('/exports', { method: 'POST', body: JSON.stringify({ list: 'samples', format: 'csv', ...request }) }))).toEqual([400, code]);
  });
});

describe('the rights of whoever fetches', () => {
  const fields = ['id', 'buyer.phone'];

  it('give two parties different files of the same list, which say what is withheld and why', async () => {
    list.refusePhones = (party) => party === 'lab-1';
    expect((await exported({ format: 'csv', fields })).toString()).toContain('0,13800000000,\r\n');
    expect((await exported({ format: 'csv', fields }, 'lab-1')).toString()).toContain('0,,buyer.phone SHARING_NOT_IN_AUDIENCE\r\n');
    const [line = ''] = (await exported({ format: 'jsonl', fields }, 'lab-1')).toString().split('\n');
    expect(JSON.parse(line)).toEqual({ id: '0', buyer: { phone: null }, _sharing: { refused: { 'buyer.phone': 'SHARING_NOT_IN_AUDIENCE' }, masked: {} } });
  });

  it('are those of the moment: what is withdrawn in between is in no later row, and in no file that is fetched again', async () => {
    list.rows = 1_500;
    list.refusePhones = (_party, row) => row >= 500;
    const { id } = await begin({ format: 'csv', fields });
    const lines = (await (await call(`/exports/${id}/file`)).text()).trimEnd().split('\r\n').slice(1);
    expect([lines[499], lines[500], lines.length]).toEqual(['499,13800000000,', '500,,buyer.phone SHARING_NOT_IN_AUDIENCE', 1_500]);
    const manifest = (await (await call(`/exports/${id}/manifest.json`)).json()) as { rows: number; sharing: { refused: { coordinate: string; count: number }[] } };
    expect([manifest.rows, manifest.sharing.refused]).toEqual([1_500, [expect.objectContaining({ coordinate: 'Owner.phone', path: ['samples', 'nodes', 'buyer', 'phone'] })]]);
    list.refusePhones = () => true;
    expect(await (await call(`/exports/${id}/file`)).text()).not.toContain('13800000000');
  });

  it('are nobody else’s: another party, another user and another role are told that there is nothing', async () => {
    const { id } = await begin({ format: 'csv', fields });
    await (await call(`/exports/${id}/file`)).text();
    const others = [await tokenOf('lab-1'), await tokenOf('center', { user: '2' }), await tokenOf('center', { role: 'SAMPLER' })];
    for (const token of others) {
      for (const path of ['', '/file', '/manifest.json', '/manifest.jws']) expect(await codeOf(await call(`/exports/${id}${path}`, { token }))).toEqual([404, 'EXPORT_UNKNOWN']);
      expect(await codeOf(await call(`/exports/${id}`, { method: 'DELETE', token, headers: { 'content-type': 'text/plain' } }))).toEqual([404, 'EXPORT_UNKNOWN']);
    }
    expect((await fetch(new URL(`/exports/${id}/file`, hub.url))).status).toBe(401);
    expect((await call(`/exports/${id}/file`, { token: await mintServiceToken(hub.environment.dataDir, 'labs') })).status).toBe(401);
    expect(await codeOf(await call('/exports/..%2f..%2fregistry-keys/file'))).toEqual([404, 'EXPORT_UNKNOWN']);
  });

  it('travel to the owner as with any query: the same bearer, one purpose for the file, and the name of the export', async () => {
    const response = await call('/exports', { method: 'POST', body: JSON.stringify({ list: 'samples', format: 'csv', fields }), headers: { 'x-hub-purpose': 'SUPERVISION' } });
    const { id } = (await response.json()) as { id: string };
    await (await call(`/exports/${id}/file`, { headers: { 'x-hub-purpose': 'OTHER' } })).text();
    const { 'x-hub-purpose': purpose, authorization, ...headers } = list.subgraph.received.at(-1) ?? {};
    expect([purpose, authorization?.startsWith('Bearer ')]).toEqual(['SUPERVISION', true]);
    expect(Object.values(headers)).toContain(`export-${id}`);
  });
});

describe('a large list', () => {
  it('is asked as fast as it is read: whoever stops reading has nothing asked for him', async () => {
    list.rows = 100_000;
    list.row = () => ({ name: 'x'.repeat(1_000) });
    const { id } = await begin({ format: 'csv', fields: ['id', 'name'] });
    const response = await call(`/exports/${id}/file`);
    const reader = response.body!.getReader();
    await reader.read();
    let asked = 0;
    await eventually(
      async () => {
        const before = (asked = list.asked.length);
        await delay(500);
        return list.asked.length - before;
      },
      (more) => more === 0,
    );
    expect(asked).toBeLessThan(40);
    await reader.cancel();
  });

  it('that nobody reads on ends when its time is up, and is free to be fetched again', async () => {
    list.rows = 20_000;
    list.row = () => ({ name: 'x'.repeat(1_000) });
    const short = await gatewayUnderTest([list.subgraph], { exports: { ...standardExports, EXPORT_TIME_S: 2 } });
    try {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${short.token}` };
      const asked = async (path: string, init: RequestInit = {}) => fetch(new URL(path, short.url), { ...init, headers });
      const { id } = (await (await asked('/exports', { method: 'POST', body: JSON.stringify({ list: 'samples', format: 'csv', fields: ['id', 'name'] }) })).json()) as { id: string };
      const stopped = await asked(`/exports/${id}/file`);
      await stopped.body!.getReader().read();
      const told = await eventually(async () => (await (await asked(`/exports/${id}`)).json()) as { state: string }, ({ state }) => state !== 'RUNNING');
      expect(told).toMatchObject({ state: 'STOPPED', problem: { code: 'EXPORT_TIME' } });
      const again = await asked(`/exports/${id}/file`);
      expect(again.status).toBe(200);
      await again.body?.cancel();
    } finally {
      await short.close();
    }
  });

  it.each(['csv', 'jsonl', 'xlsx'])('of 100,000 rows leaves as %s in memory that stays', async (format) => {
    list.rows = 100_000;
    const text = Array.from({ length: 50 }, (_, n) => `${n * 7919}样品`).join('');
    list.row = (n) => ({ name: `${text}${n}` });
    const { id, totalCount } = await begin({ format, fields: ['id', 'name'] });
    expect(totalCount).toBe(10_000);
    const response = await call(`/exports/${id}/file`);
    const kept: number[] = [];
    let bytes = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      // After each fifth of the pages: what lives, without what is only to be collected.
      if (list.asked.length > (kept.length + 1) * 40) kept.push(livingMemory());
    }
    const manifest = (await (await call(`/exports/${id}/manifest.json`)).json()) as { rows: number; bytes: number };
    if (process.env['TEST_FIGURES']) console.log(format, { bytes, kept });
    expect([manifest.rows, manifest.bytes, kept.length]).toEqual([100_000, bytes, 5]);
    expect(Math.max(...kept) - kept[0]!).toBeLessThan(10e6);
  }, 120_000);

  it('beyond the rows of one file stops with a word, and is signed by nobody', async () => {
    list.rows = 100_001;
    const { id } = await begin({ format: 'csv', fields: ['id'] });
    await expect((await call(`/exports/${id}/file`)).text()).rejects.toThrow();
    const told = await eventually(async () => (await (await call(`/exports/${id}`)).json()) as { state: string }, ({ state }) => state === 'STOPPED');
    expect(told).toMatchObject({ problem: { code: 'EXPORT_TOO_LARGE' } });
    expect(await codeOf(await call(`/exports/${id}/manifest.json`))).toEqual([409, 'EXPORT_UNFINISHED']);
  }, 60_000);

  it('is asked in pages as long as the cost of an operation allows', async () => {
    const narrow = await gatewayUnderTest([list.subgraph], { limits: { LIMIT_COST: 100 } });
    try {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${narrow.token}` };
      const response = await fetch(new URL('/exports', narrow.url), { method: 'POST', headers, body: JSON.stringify({ list: 'samples', format: 'csv', fields: ['id'] }) });
      expect(await response.json()).toMatchObject({ pageSize: 62 });
    } finally {
      await narrow.close();
    }
  });
});

describe('what breaks', () => {
  const exportsOf = (party = 'center') => new HubExports({ url: hub.url, token: () => tokenOf(party), purpose: undefined });
  const patience = { times: 5, wait: 50 };

  it('goes on at the end of the last page, and comes to the same file as in one go', async () => {
    list.rows = 5_000;
    const request = { list: 'samples', format: 'csv', fields: ['id', 'name'] };
    let away = 2;
    list.beforePage = (from) => {
      if (from === 2_000 && away-- > 0) throw new Error('away');
    };
    const file = join(folder, 'broken.csv');
    const error = await fetchExport({ hub: exportsOf(), request, file, patience }).catch((caught: unknown) => caught);
    // An owner's unexpected failure is no passing one: the same call goes on from the part that lies there.
    expect(error).toMatchObject({ name: 'ExportRefused' });
    expect((await readFile(`${file}.part`, 'utf8')).trimEnd().split('\r\n')).toHaveLength(2_001);
    list.asked.length = 0;
    away = 0;
    await fetchExport({ hub: exportsOf(), request, file, patience });
    expect(list.asked[0]?.from).toBe(2_000);
    list.beforePage = () => undefined;
    expect((await readFile(file)).equals(await exported(request))).toBe(true);
  });

  it('before the first page is told as the hub’s failure, not as the caller’s: an owner that fails, and one that is away', async () => {
    const { id } = await begin({ format: 'csv', fields: ['id'] });
    list.beforePage = () => Promise.reject(new Error('broken'));
    expect(await codeOf(await call(`/exports/${id}/file`))).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    const owner = await playedList();
    const left = await gatewayUnderTest([owner.subgraph]);
    try {
      await owner.subgraph.close();
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${left.token}` };
      expect(await codeOf(await fetch(new URL('/exports', left.url), { method: 'POST', headers, body: JSON.stringify({ list: 'samples', format: 'csv', fields: ['id'] }) }))).toEqual([503, 'UPSTREAM_UNAVAILABLE']);
    } finally {
      await left.close();
    }
  });

  it('in the middle of a page is cut back to its beginning', async () => {
    list.rows = 1_200;
    const { id } = await begin({ format: 'jsonl', fields: ['id'] });
    const whole = await (await call(`/exports/${id}/file`)).text();
    const response = await call(`/exports/${id}/file?from=${whole.length - 10}`);
    const from = Number(response.headers.get('x-hub-export-from'));
    const rest = await response.text();
    expect(whole.slice(0, from).trimEnd().split('\n')).toHaveLength(1_000);
    expect(whole.slice(0, from) + rest).toBe(whole);
  });

  it('and is begun again earlier has a manifest of what it has become, also where a kill cut off the record in the middle of a line', async () => {
    list.rows = 1_200;
    const { id } = await begin({ format: 'jsonl', fields: ['id'] });
    const whole = await (await call(`/exports/${id}/file`)).text();
    const records = join(hub.environment.dataDir, 'gateway', 'exports');
    const [record = ''] = (await readdir(records, { recursive: true })).filter((name) => name.includes(id));
    const pieces = async () => ((await (await call(`/exports/${id}/manifest.json`)).json()) as { pieces: object[] }).pieces;
    const inOneGo = await pieces();
    expect(inOneGo).toHaveLength(3);
    await appendFile(join(records, record), '{"page":{"rows":5');
    for (const from of [whole.length - 10, 0]) {
      const response = await call(`/exports/${id}/file?from=${from}`);
      expect(await response.text()).toBe(whole.slice(Number(response.headers.get('x-hub-export-from'))));
      expect(await pieces()).toEqual(inOneGo);
    }
  });

  it('is nobody’s to fetch twice at the same time, and a party has two on their way', async () => {
    list.rows = 2_000;
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const ids = await Promise.all([1, 2, 3].map(async () => (await begin({ format: 'csv', fields: ['id'] })).id));
    list.beforePage = (from) => (from === 500 ? held : undefined);
    const under = await Promise.all(ids.slice(0, 2).map((id) => call(`/exports/${id}/file`)));
    expect(await codeOf(await call(`/exports/${ids[0]}/file`))).toEqual([409, 'EXPORT_UNDER_WAY']);
    expect(await codeOf(await call(`/exports/${ids[2]}/file`))).toEqual([429, 'EXPORTS_TOO_MANY']);
    expect((await call(`/exports/${ids[0]}`).then((told) => told.json())) as object).toMatchObject({ state: 'RUNNING', totalCount: 2_000 });
    go();
    await Promise.all(under.map((response) => response.text()));
    await eventually(async () => (await call(`/exports/${ids[2]}/file`)).status, (status) => status === 200);
  });
});

describe('the manifest', () => {
  async function fetched(format: string) {
    list.rows = 1_200;
    const file = join(folder, `m.${format}`);
    await fetchExport({ hub: new HubExports({ url: hub.url, token: () => tokenOf('center'), purpose: 'SUPERVISION' }), request: { list: 'samples', format }, file });
    const [manifest, signature, keys] = await Promise.all(['manifest.json', 'manifest.jws', 'keys.json'].map((end) => readFile(`${file}.${end}`, 'utf8')));
    return { file, manifest: manifest ?? '', signature: signature ?? '', keys: JSON.parse(keys ?? '') as { keys: object[] } };
  }

  it('says what was asked, by whom, for what, on which terms and with what withheld, and is signed', async () => {
    const evidence = await fetched('csv');
    expect(JSON.parse(evidence.manifest)).toMatchObject({
      list: 'samples',
      asker: { partyId: 'center', userId: 'center.1', role: 'ANALYST' },
      purpose: 'SUPERVISION',
      rows: 1_200,
      bytes: (await stat(evidence.file)).size,
      pieces: [{ rows: 500 }, { rows: 500 }, { rows: 200 }],
      terms: expect.arrayContaining([{ coordinate: 'Sample.name' }]),
      sharing: { refused: [], masked: [], grants: [], stale: [] },
    });
    expect(await verifyExport(evidence)).toMatchObject({ valid: true, problems: [] });
  });

  it.each(['csv', 'jsonl', 'xlsx'])('shows what was changed in a file (%s), taken from it, or added', async (format) => {
    const evidence = await fetched(format);
    expect(await verifyExport(evidence)).toMatchObject({ valid: true });
    const good = await readFile(evidence.file);
    const changed = Buffer.from(good);
    changed[good.length - 3] = (changed[good.length - 3] ?? 0) ^ 1;
    await writeFile(evidence.file, changed);
    expect((await verifyExport(evidence)).problems).toEqual([expect.stringContaining(format === 'xlsx' ? 'Rows 1 to 1200' : 'Rows 1001 to 1200')]);
    await writeFile(evidence.file, good.subarray(0, -10));
    expect((await verifyExport(evidence)).valid).toBe(false);
    await writeFile(evidence.file, good);
    await appendFile(evidence.file, 'more');
    expect((await verifyExport(evidence)).valid).toBe(false);
  });

  it('is nobody else’s to write, and none of another key', async () => {
    const evidence = await fetched('csv');
    expect(await verifyExport({ ...evidence, manifest: evidence.manifest.replace('"rows": 1200', '"rows": 1201') })).toMatchObject({ valid: false });
    expect(await verifyExport({ ...evidence, signature: evidence.signature.replace(/\..*$/, '..AAAA') })).toMatchObject({ valid: false });
    expect(await verifyExport({ ...evidence, keys: { keys: [] } })).toMatchObject({ valid: false });
  });
});

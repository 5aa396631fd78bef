import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { auditEntries } from '@hub/kernel/testing/audit-entries.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { askFiles, testFile } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { Prisma } from '@hub/prisma/monitoring-center/generated/client.js';
import { parse } from 'csv-parse/sync';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importsPath } from '../src/domain/imports-path.js';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, sampler, type Hub } from './acts.js';
import { ended, feed, handIn, imported, notice, readRun, start, type TestedRun } from './imports.js';

const auditor = 'auditor';
let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
});
afterAll(() => hub.close());

/** The files that lie here to be imported. */
async function kept(): Promise<string[]> {
  const entries = await readdir(join(hub.environment.dataDir, 'imports', 'monitoring-center', 'files'), { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map(({ name }) => name);
}
const nameOf = ({ hash }: { hash: string }) => hash.slice('sha-256:'.length);
const outcomesOf = ({ reportRows }: TestedRun) => reportRows.map(({ place, row, key, outcome, field, rule, value }) => [place, row, key, outcome, field, rule, value]);

describe('the import of a file (导入, 5.1.1)', () => {
  const file = feed([notice('a', { product: '水壶Ａ' }), notice('b', { date: '明天' }), notice('c', { product: '', title: '' }), notice('a', { product: '水壶Ａ' }), notice('d', { date: '2999-01-01' })]);
  let first: TestedRun;

  it('takes its rows in by the act itself, and accounts for every one', async () => {
    first = await imported(hub, file);
    expect(first).toMatchObject({
      ...{ state: 'COMPLETED', mapping: 'web-notices', mappingVersion: 1, source: '互联网公开信息', fileHash: file.hash, mended: false, rowsInFile: 5, rowsDone: 5 },
      ...{ counts: { taken: 1, updated: 0, unchanged: 0, leftOut: 1, refused: 3, repaired: 1 }, refusal: null, started: { userId: 'center.1' } },
    });
    expect(outcomesOf(first)).toEqual([
      [1, 1, 'a', 'TAKEN', null, null, null],
      [2, 2, 'b', 'REFUSED', 'observedOn', 'VALUE_INVALID', '明天'],
      [3, 3, 'c', 'REFUSED', 'productName', 'VALUE_REQUIRED', null],
      [4, 4, 'a', 'LEFT_OUT', null, null, null],
      [5, 5, 'd', 'REFUSED', 'observedOn', 'TIME_IN_FUTURE', '2999-01-01'],
    ]);
    const [taken] = first.reportRows;
    expect(taken?.repairs).toContain('"水壶Ａ" → "水壶A"');
    const found = await hub.ask<{ riskInformationList: { nodes: { number: string; productName: string; sourceRecord: { key: string } }[] } }>(analyst, '{ riskInformationList { nodes { number productName sourceRecord { key } } } }');
    expect(found.data.riskInformationList.nodes).toEqual([{ number: taken?.number, productName: '水壶A', sourceRecord: { key: 'a' } }]);
  });

  it('stands in the log of accesses as an act of whoever started it, batch by batch', async () => {
    const entries = await eventually(() => auditEntries(hub.database), (all) => all.some(({ request }) => request === `import ${first.id}`));
    expect(entries.filter(({ request }) => request === `import ${first.id}`)).toMatchObject([{ user: 'center.1', party: 'center', role: 'ANALYST', acts: { takeInRiskInformation: { DONE: 1, TIME_IN_FUTURE: 1 } } }]);
  });

  it('changes nothing when it is done again, and makes a new version of what has changed', async () => {
    expect((await imported(hub, file)).counts).toMatchObject({ taken: 0, updated: 0, unchanged: 1, leftOut: 1, refused: 3 });
    expect((await imported(hub, feed([notice('a', { product: '水壶B' })]))).counts).toMatchObject({ taken: 0, updated: 1, unchanged: 0 });
  });

  it('gives its report as CSV, and the refused rows back as they came, which mended are taken in', async () => {
    const report = await askFiles(hub, analyst, 'GET', `${importsPath}/${first.id}/report`);
    expect(parse<{ key: string; outcome: string }>(report.body, { columns: true, bom: true }).map(({ key, outcome }) => [key, outcome])).toEqual(outcomesOf(first).map(([, , key, outcome]) => [key, outcome]));
    const refused = await askFiles(hub, analyst, 'GET', first.refusedRowsPath ?? '');
    expect(refused.headers['content-disposition']).toBe('attachment; filename="refused.jsonl"');
    expect(refused.body.toString().trimEnd().split('\n').map((line) => (JSON.parse(line) as { guid: string }).guid)).toEqual(['b', 'c', 'd']);
    const mended = testFile(refused.body.toString().replace('明天', '2026-03-02').replace('2999-01-01', '2026-03-03'));
    expect(await imported(hub, mended, { mended: true })).toMatchObject({ mended: true, counts: { taken: 2, refused: 1 } });
  });

  it('gives the refused rows of a table with their reasons, defused', async () => {
    const header = 'src_id,product_name,unqualified_items,inspection_result,requirement,batch_no,inspection_institution,sample_unit_name';
    const text = `${header}\nh1,=1+1,,,,,,shop\nh2,霜,菌落总数,,,,,shop\n`;
    const run = await imported(hub, testFile(text), { mapping: 'cosmetics-online', given: [{ name: 'noticeDate', value: '2026-03-01' }] });
    expect(run.counts).toMatchObject({ taken: 1, refused: 1 });
    const [row] = parse<Record<string, string>>((await askFiles(hub, analyst, 'GET', run.refusedRowsPath ?? '')).body, { columns: true, bom: true });
    expect(row).toMatchObject({ src_id: 'h1', product_name: "'=1+1", 'import:field': 'hazardItem', 'import:rule': 'VALUE_REQUIRED' });
  });

  it('gives refused rows out of one file of a party at a time, for each reads the whole file', async () => {
    const run = await imported(hub, feed(Array.from({ length: 1000 }, (_, index) => notice(`long-${index}`, { date: 'x', description: '长'.repeat(5000) }))));
    const headers = { authorization: `Bearer ${await hub.tokenOf(analyst)}` };
    const held = await request(new URL(run.refusedRowsPath ?? '', hub.url), { headers });
    const other = () => askFiles(hub, analyst, 'GET', run.refusedRowsPath ?? '');
    expect(await other()).toMatchObject({ status: 429, code: 'IMPORT_FILE_UNDER_WAY' });
    held.body.on('error', () => undefined).destroy();
    const { body } = await eventually(other, ({ status }) => status === 200);
    expect(body.toString().trimEnd().split('\n')).toHaveLength(1000);
  });

  it('tells its report by pages, of the outcomes that are asked for', async () => {
    const query = 'query ($id: ID!, $after: Int!) { importRun(id: $id) { reportRows(after: $after, outcome: [REFUSED]) { key } } }';
    const page = async (after: number) => (await hub.ask<{ importRun: TestedRun }>(analyst, query, { id: first.id, after })).data.importRun.reportRows.map(({ key }) => key);
    expect([await page(0), await page(2), await page(5)]).toEqual([['b', 'c', 'd'], ['c', 'd'], []]);
  });

  it('is told as it gets on, to whoever subscribes, and from where they were', async () => {
    const after = await hub.cursorOfNow();
    const run = await imported(hub, feed([notice('s')]));
    const held = await hub.subscribe<{ importAdvanced: { kind: string; importRun: { id: string } } }>(analyst, 'subscription ($after: String) { importAdvanced(after: $after) { kind importRun { id state rowsDone } } }', { after });
    const told = (await held.until(4)).map(({ data }) => data.importAdvanced);
    expect(told.map(({ kind }) => kind)).toEqual(['ImportStarted', 'ImportAdvanced', 'ImportAdvanced', 'ImportCompleted']);
    expect(new Set(told.map(({ importRun }) => importRun.id))).toEqual(new Set([run.id]));
    await held.leave();
  });

  it('of which the whole is bad takes nothing in, and says why', async () => {
    const cut = testFile(`<rss><item><guid>x1</guid><product>p</product><hazard>h</hazard><date>2026-03-01</date></item><item><guid>`);
    const run = await imported(hub, cut);
    expect(run).toMatchObject({ state: 'REFUSED', rowsInFile: null, rowsDone: 0, refusal: { code: 'IMPORT_TRUNCATED' } });
    expect(await hub.database.riskInformation.count({ where: { sourceKey: 'x1' } })).toBe(0);
  });
});

describe('what nobody expected', () => {
  /** The database fails upon a product while something is done. */
  async function failingUpon<Result>(product: string, work: () => Promise<Result>): Promise<Result> {
    await hub.database.$executeRawUnsafe(`CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'nobody expected this' USING ERRCODE = 'XX000'; END $$`);
    await hub.database.$executeRawUnsafe(`CREATE TRIGGER fails BEFORE INSERT ON risk_information FOR EACH ROW WHEN (NEW.product_name ~ '${product}') EXECUTE FUNCTION fails()`);
    return work().finally(() => hub.database.$executeRawUnsafe('DROP FUNCTION fails CASCADE'));
  }

  it('of one row keeps that row out, and no other', async () => {
    const run = await failingUpon('坏', () => imported(hub, feed([notice('f1'), notice('f2', { product: '坏壶' }), notice('f3')])));
    expect(run).toMatchObject({ state: 'COMPLETED', counts: { taken: 2, refused: 1 } });
    expect(outcomesOf(run).map(([, , key, outcome, , rule]) => [key, outcome, rule])).toEqual([['f1', 'TAKEN', null], ['f2', 'REFUSED', 'INTERNAL_SERVER_ERROR'], ['f3', 'TAKEN', null]]);
  });

  it('of every row refuses none: the import is tried again, and ends as if it had not been', async () => {
    const id = await failingUpon('水壶', async () => {
      const file = feed([notice('f4'), notice('f5')]);
      await handIn(hub, file);
      const { value } = await start(hub, file);
      await eventually(() => hub.database.importRun.findUniqueOrThrow({ where: { id: value.id } }), ({ failures, leaseId }) => failures > 0 && leaseId === null);
      expect(await readRun(hub, value.id)).toMatchObject({ state: 'STARTED', rowsDone: 0, reportRows: [] });
      return value.id;
    });
    await hub.database.$executeRaw`UPDATE import_run SET leased_until = now() WHERE id = ${id}`;
    expect(await ended(hub, id)).toMatchObject({ state: 'COMPLETED', counts: { taken: 2, refused: 0 } });
  });
});

describe('who may import', () => {
  it('is an analyst: others hand no file in, start nothing, and find no import', async () => {
    const file = feed([notice('rights')]);
    expect(await handIn(hub, file, sampler)).toMatchObject({ status: 403, code: 'FILE_UPLOAD_DENIED' });
    const run = await imported(hub, file);
    for (const asker of [sampler, 'regulator-province', 'lab-1', 'platform-1']) {
      const { data } = await hub.ask<{ importRun: unknown }>(asker, 'query ($id: ID!) { importRun(id: $id) { id } }', { id: run.id });
      expect(data.importRun).toBeNull();
      expect(await askFiles(hub, asker, 'GET', `${importsPath}/${run.id}/report`)).toMatchObject({ status: 404, code: 'IMPORT_FILE_NOT_FOUND' });
    }
    expect((await hub.ask(sampler, 'mutation { startImport(items: []) { outcomes { refusal { code } } } }')).errors?.[0]?.extensions.code).toBe('ACT_NOT_PERMITTED');
  });

  it('is not told that there is no such file where something else went wrong', async () => {
    const run = await imported(hub, feed([notice('fault', { date: 'x' })]));
    await hub.database.$executeRaw`ALTER TABLE import_run RENAME TO import_run_away`;
    const told = await askFiles(hub, analyst, 'GET', run.refusedRowsPath ?? '');
    await hub.database.$executeRaw`ALTER TABLE import_run_away RENAME TO import_run`;
    expect(told).toMatchObject({ status: 503, code: 'INTERNAL_SERVER_ERROR' });
  });

  it('is told of by an auditor, who reads the report and no row as it came', async () => {
    const run = await imported(hub, feed([notice('audited', { date: 'x' })]));
    expect(await readRun(hub, run.id, auditor)).toMatchObject({ counts: { refused: 1 }, refusedRowsPath: null });
    expect((await askFiles(hub, auditor, 'GET', `${importsPath}/${run.id}/report`)).status).toBe(200);
    expect((await askFiles(hub, auditor, 'GET', run.refusedRowsPath ?? '')).status).toBe(404);
  });
});

describe('an import that the hub does not let on', () => {
  it('says so in the language of whoever reads it', async () => {
    const { id } = await imported(hub, feed([notice('let-on')]));
    const before = await hub.database.importRun.findUniqueOrThrow({ where: { id } });
    // The same again, by somebody who is in a role that takes nothing in and speaks Chinese.
    const started = { ...(before.started as object), role: 'SAMPLER' };
    const data = { ...before, id: randomUUID(), started, locale: 'zh-CN', given: {}, refusal: Prisma.DbNull, cancelled: Prisma.DbNull, state: 'STARTED', rowsInFile: null, rowsDone: 0, taken: 0, endedAt: null };
    const run = await hub.database.importRun.create({ data });
    expect((await ended(hub, run.id)).refusal).toEqual({ code: 'IMPORT_NOT_LET_ON', message: expect.stringContaining('did not go on: the hub answers ACT_NOT_PERMITTED. What was') as unknown });
    const { data: read } = await hub.ask<{ importRun: TestedRun }>(analyst, 'query ($id: ID!) { importRun(id: $id) { refusal { message } } }', { id: run.id }, { 'accept-language': 'zh-CN' });
    expect(read.importRun.refusal?.message).toContain('未能继续：资源库返回 ACT_NOT_PERMITTED。');
  });
});

describe('a start is refused', () => {
  it('of a file that was not handed in, by a mapping that there is not, without what it asks for', async () => {
    const file = feed([notice('r')]);
    expect((await start(hub, file)).refusal).toMatchObject({ code: 'IMPORT_FILE_NOT_HANDED_IN', field: 'fileHash' });
    await handIn(hub, file);
    expect((await start(hub, file, { mappingVersion: 9 })).refusal).toMatchObject({ code: 'IMPORT_MAPPING_UNKNOWN', field: 'mappingVersion', message: expect.stringContaining('web-notices 1') as unknown });
    expect((await start(hub, file, { mapping: 'cosmetics-online' })).refusal).toMatchObject({ code: 'IMPORT_GIVEN_WRONG', message: expect.stringContaining('noticeDate') as unknown });
    expect((await start(hub, file, { given: [{ name: 'x', value: 'y' }] })).refusal).toMatchObject({ code: 'IMPORT_GIVEN_WRONG' });
    expect((await start(hub, file, { mapping: 'cosmetics-online', given: [{ name: 'noticeDate', value: ' ' }] })).refusal).toMatchObject({ code: 'VALUE_REQUIRED', field: 'given.0.value' });
    expect((await start(hub, { hash: file.sm3 })).refusal).toBeNull();
  });

  it('and a cancellation of what has ended', async () => {
    const { id, revision } = await imported(hub, feed([notice('over')]));
    const [outcome] = await act(hub, analyst, 'cancelImport', [{ idempotencyKey: 'over', importRunId: id, expectedRevision: revision, reason: 'r' }], 'id');
    expect(outcome?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
  });
});

describe('a file that was handed in', () => {
  it('goes when its time is over, and with it the refused rows; the report stays', async () => {
    const file = feed([notice('kept', { date: 'x' })]);
    const run = await imported(hub, file);
    expect(await kept()).toContain(nameOf(file));
    const days = (Date.parse(run.fileKeptUntil ?? '') - Date.now()) / 86_400_000;
    expect([days > 6.9, days <= 7]).toEqual([true, true]);
    await hub.database.importFile.updateMany({ where: { hash: file.hash }, data: { keptUntil: new Date() } });
    await hub.restart(); // the sweep begins with a look
    await eventually(() => readRun(hub, run.id), ({ fileKeptUntil }) => fileKeptUntil === null);
    expect(await kept()).not.toContain(nameOf(file));
    expect(await readRun(hub, run.id)).toMatchObject({ refusedRowsPath: null, counts: { refused: 1 } });
    expect((await askFiles(hub, analyst, 'GET', run.refusedRowsPath ?? '')).code).toBe('IMPORT_FILE_NOT_FOUND');
  });
});

import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { existsSync, readFileSync } from 'node:fs';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { MonitoringCenterDatabase } from '@hub/monitoring-center/repository/database.js';
import { monitoringCenterService } from '@hub/monitoring-center/service.js';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHub } from './start/run-hub.js';

const command = fileURLToPath(new URL('../bin/hub.mjs', import.meta.url));
const recalls = gunzipSync(readFileSync(seedFile('cpsc_recalls.jsonl.gz'))).toString('utf8').trimEnd().split('\n');

let centre: SubgraphUnderTest<MonitoringCenterDatabase>;
let folder: string;
let token: string;
beforeAll(async () => {
  centre = await subgraphUnderTest(monitoringCenterService);
  folder = await mkdtemp(join(tmpdir(), 'hub-imports-'));
  token = await centre.tokenOf('center');
});
afterAll(async () => {
  await centre.close();
  await rm(folder, { recursive: true });
});

const hub = (...args: string[]) => runHub(['import', ...args, '--hub', centre.url], { HUB_TOKEN: token });
interface ReportedRow {
  readonly row: string;
  readonly key: string;
  readonly outcome: string;
  readonly number: string;
  readonly rule: string;
  readonly field: string;
  readonly value: string;
  readonly repairs: string;
  readonly message: string;
}
const reportIn = async (name: string) => parse<ReportedRow>(await readFile(join(folder, name, 'report.csv')), { columns: true, bom: true });
async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
async function filesIn(path: string): Promise<Record<string, string>> {
  return Object.fromEntries(await Promise.all((await readdir(path)).map(async (name) => [name, await readFile(join(path, name), 'utf8')] as const)));
}
const state = () => centre.database.$queryRaw`SELECT source, source_key, version, content_hash, superseded_by_id IS NULL AS current FROM risk_information ORDER BY source, source_key, version`;

const mapping = (source: string) => `
mapping: kettles
version: 1
title: { en: Kettles, zh-CN: 电热水壶 }
fills: takeInRiskInformation
source: ${source}
format: { kind: csv }
key: 编号
fields:
  channel: { value: INTERNET }
  productName: { from: 名称, repair: [plain-width] }
  hazardItem: { from: 隐患 }
  observedOn: { from: 日期, read: day }
`;

describe('hub import (5.1.1)', () => {
  it('takes a file in with every row accounted for, and a second run changes nothing', async () => {
    const own = await file('kettles.yaml', mapping('KETTLES'));
    const source = await file('kettles.csv', '编号,名称,隐患,日期\n1,水壶Ａ,漏电,2026.3.1\n2,水壶B,漏电,明天\n3,,漏电,2026-03-01\n1,水壶Ａ,漏电,2026.3.1\n4,=水壶,漏电,2999-01-01\n');
    const first = await hub(source, '--mapping', own, '--report', join(folder, 'first'));
    expect(first).toMatchObject({ code: 1, stderr: '' });
    expect(first.stdout).toContain('5 rows: 1 taken, 0 updated, 0 unchanged, 1 left out, 3 refused; 1 repaired');
    expect((await reportIn('first')).map(({ row, key, outcome, field, rule, value }) => [row, key, outcome, field, rule, value])).toEqual([
      ['2', '1', 'TAKEN', '', '', ''],
      ['3', '2', 'REFUSED', 'observedOn', 'VALUE_INVALID', '明天'],
      ['4', '3', 'REFUSED', 'productName', 'VALUE_REQUIRED', ''],
      ['5', '1', 'LEFT_OUT', '', '', ''],
      ['6', '4', 'REFUSED', 'observedOn', 'TIME_IN_FUTURE', '2999-01-01'],
    ]);
    expect((await reportIn('first'))[0]).toMatchObject({ number: expect.stringMatching(/^FX-/) as unknown, repairs: 'productName: full-width letters, digits and signs became plain ones (plain-width): "水壶Ａ" → "水壶A"' });

    const before = await state();
    expect((await hub(source, '--mapping', own, '--report', join(folder, 'second'))).stdout).toContain('0 taken, 0 updated, 1 unchanged, 1 left out, 3 refused');
    expect(await state()).toEqual(before);
    const changed = await file('changed.csv', '编号,名称,隐患,日期\n1,水壶C,漏电,2026.3.1\n');
    expect(await hub(changed, '--mapping', own, '--report', join(folder, 'changed'))).toMatchObject({ code: 0, stdout: expect.stringContaining('0 taken, 1 updated') as unknown });
  });

  it('gives the refused rows back with their reasons, defused; mended they are taken in as their source gave them', async () => {
    const refused = await readFile(join(folder, 'first', 'refused.csv'), 'utf8');
    expect(refused.split('\r\n')[0]).toBe('\ufeff编号,名称,隐患,日期,import:row,import:field,import:rule,import:value,import:message');
    expect(refused).toContain("\r\n4,'=水壶,漏电,2999-01-01,6,observedOn,TIME_IN_FUTURE");
    const mended = await file('mended.csv', refused.replace('明天', '2026-03-02').replace('\r\n3,,', '\r\n3,水壶D,').replace('漏电,2999-01-01', '漏电,2026-03-03'));
    expect(await hub(mended, '--mended', '--mapping', join(folder, 'kettles.yaml'), '--report', join(folder, 'mended'))).toMatchObject({ code: 0, stdout: expect.stringContaining('3 rows: 3 taken') as unknown });
    const kept = await centre.ask<{ riskInformationList: { nodes: { productName: string; sourceRecord: { content: string } }[] } }>('center', '{ riskInformationList(filter: { productName: "=水壶" }) { nodes { productName sourceRecord { content } } } }');
    expect(kept.data.riskInformationList.nodes).toEqual([{ productName: '=水壶', sourceRecord: { content: '{"编号":"4","名称":"=水壶","隐患":"漏电","日期":"2026-03-03"}' } }]);
  });

  it('keeps to a folder of its own: not that of another import, nor one with files that it would write over', async () => {
    const own = join(folder, 'kettles.yaml');
    const source = join(folder, 'kettles.csv');
    const before = await filesIn(join(folder, 'first'));
    const again = await hub(source, '--mapping', own, '--report', join(folder, 'first'));
    expect(again).toMatchObject({ code: 3, stderr: expect.stringMatching(/IMPORT_FOLDER_IN_USE: In the folder .*first lies run\.json.*hub import --resume .*another folder/) as unknown });
    expect((await hub(source, '--mapping', own, '--report', join(folder, 'first'), '--lang', 'zh-CN')).stderr).toContain('请以 "hub import --resume');
    expect(await filesIn(join(folder, 'first'))).toEqual(before);

    await mkdir(join(folder, 'with-mapping'));
    await file('with-mapping/mapping.yaml', mapping('OTHER'));
    expect(await hub(source, '--mapping', join(folder, 'with-mapping', 'mapping.yaml'), '--report', join(folder, 'with-mapping'))).toMatchObject({ code: 3, stderr: expect.stringContaining('lies mapping.yaml') as unknown });
    expect(await filesIn(join(folder, 'with-mapping'))).toEqual({ 'mapping.yaml': mapping('OTHER') });
  });

  it('does not read what it writes: a source in the folder of the report, by whatever name', async () => {
    const own = join(folder, 'kettles.yaml');
    const text = '编号,名称,隐患,日期\n9,水壶,漏电,2026-03-01\n';
    await mkdir(join(folder, 'within'));
    const within = await file('within/report.csv', text);
    await symlink(within, join(folder, 'linked.csv'));
    for (const source of [within, join(folder, 'linked.csv')]) {
      expect(await hub(source, '--mapping', own, '--report', join(folder, 'within'))).toMatchObject({ code: 3, stderr: expect.stringContaining('IMPORT_SOURCE_IN_FOLDER') as unknown });
    }
    expect(await filesIn(join(folder, 'within'))).toEqual({ 'report.csv': text });
    expect(await hub(await file('within/mine.csv', text), '--mapping', own, '--report', join(folder, 'within', 'report'))).toMatchObject({ code: 0 });
  });

  it('writes nothing of a file that is bad at its very end', async () => {
    const before = await state();
    const bad = await file('bad.csv', `编号,名称,隐患,日期\n${Array.from({ length: 900 }, (_, index) => `b${index},水壶,漏电,2026-03-01`).join('\n')}\n"x`);
    expect(await hub(bad, '--mapping', join(folder, 'kettles.yaml'), '--report', join(folder, 'bad'))).toMatchObject({ code: 3, stderr: expect.stringContaining('IMPORT_UNREADABLE') as unknown });
    expect(await state()).toEqual(before);
    expect(await hub('--resume', join(folder, 'bad'))).toMatchObject({ code: 3, stderr: expect.stringContaining('no import that had begun') as unknown });
    expect(await filesIn(join(folder, 'bad'))).toEqual({}); // and may be used again
  });

  it('killed at random points and resumed, ends as one that nobody disturbed', async () => {
    const whole = await file('recalls.jsonl', recalls.slice(0, 1500).join('\n'));
    const undisturbed = await file('undisturbed.yaml', (await readFile(fileURLToPath(new URL('../../subgraphs/imports/mappings/cpsc-recalls.yaml', import.meta.url)), 'utf8')).replace('source: CPSC', 'source: UNDISTURBED'));
    const disturbed = await file('disturbed.yaml', (await readFile(undisturbed, 'utf8')).replace('source: UNDISTURBED', 'source: DISTURBED'));
    expect(await hub(whole, '--mapping', undisturbed, '--report', join(folder, 'undisturbed'))).toMatchObject({ code: 0 });

    const report = join(folder, 'disturbed');
    const doneRows = async () => (JSON.parse(await readFile(join(report, 'progress.json'), 'utf8').catch(() => '{"rows":0}')) as { rows: number }).rows;
    const reached: number[] = [];
    for (let kills = 0; kills < 5; kills += 1) {
      const begun = await doneRows();
      const resume = await readFile(join(report, 'progress.json')).then(() => true, () => false);
      const child = spawn(process.execPath, [command, 'import', ...(resume ? ['--resume', report] : [whole, '--mapping', disturbed, '--report', report]), '--hub', centre.url], { env: { ...process.env, HUB_TOKEN: token }, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      while (child.exitCode === null && (await doneRows()) === begun) await delay(5);
      await delay(Math.random() * 400);
      child.kill('SIGKILL');
      await ended;
      reached.push(await doneRows());
    }
    expect(new Set(reached).size).toBeGreaterThan(1);
    expect(await hub('--resume', report)).toMatchObject({ code: 0, stdout: expect.stringContaining('1,500 rows: 1,500 taken, 0 updated, 0 unchanged, 0 left out, 0 refused') as unknown });

    const withoutNumbers = async (name: string) => (await reportIn(name)).map(({ number: _, ...line }) => line);
    expect(await withoutNumbers('disturbed')).toEqual(await withoutNumbers('undisturbed'));
    const versions = await centre.database.$queryRaw<{ source: string; rows: number; latest: number }[]>`SELECT source, count(*)::int AS rows, max(version)::int AS latest FROM risk_information WHERE source LIKE '%DISTURBED' GROUP BY source ORDER BY source`;
    expect(versions).toEqual([{ source: 'DISTURBED', rows: 1500, latest: 1 }, { source: 'UNDISTURBED', rows: 1500, latest: 1 }]);
  }, 180_000);

  it('is read in the hub by a mapping that this has: killed while it is followed and resumed, it is one import there, and ends as one that is read here', async () => {
    const whole = join(folder, 'recalls.jsonl');
    const report = join(folder, 'in-hub');
    const child = spawn(process.execPath, [command, 'import', whole, '--mapping', 'cpsc-recalls', '--report', report, '--hub', centre.url], { env: { ...process.env, HUB_TOKEN: token }, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    while (child.exitCode === null && (await readFile(join(report, 'run.json'), 'utf8').catch(() => '')) === '') await delay(5);
    await delay(Math.random() * 500);
    child.kill('SIGKILL');
    await ended;
    expect(await hub('--resume', report)).toMatchObject({ code: 0, stdout: expect.stringContaining('1,500 rows: 1,500 taken, 0 updated, 0 unchanged, 0 left out, 0 refused') as unknown });
    const withoutNumbers = async (name: string) => (await reportIn(name)).map(({ number: _, ...line }) => line);
    expect(await withoutNumbers('in-hub')).toEqual(await withoutNumbers('undisturbed'));
    expect(await centre.database.importRun.findMany({ where: { mapping: 'cpsc-recalls' }, select: { state: true, rowsDone: true } })).toEqual([{ state: 'COMPLETED', rowsDone: 1500 }]);
  }, 60_000);

  const realData = process.env['HUB_REAL_DATA'] ?? '';
  it.skipIf(!existsSync(join(realData, 'cn_food_sampling_2026')))('takes all real files in, every row accounted for; a second run changes nothing', async () => {
    const files: readonly [string, string, string[], string][] = [
      ['cpsc-recalls', 'cpsc_recalls/cpsc_recalls.jsonl.gz', [], '9,818 rows: 9,818 taken, 0 updated, 0 unchanged, 0 left out, 0 refused'],
      ['product-sampling', 'cn_product_sampling_automotive/inspections.jsonl', [], '1,561 rows: 237 taken, 0 updated, 0 unchanged, 1,324 left out, 0 refused'],
      ['food-sampling', 'cn_food_sampling_2026/records.jsonl', [], '1,191 rows: 1,191 taken, 0 updated, 0 unchanged, 0 left out, 0 refused'],
      ['cosmetics-online', 'cn_cosmetics_online_fixtures/cosmetics_online_9.csv', ['--given', 'noticeDate=2025-12-31'], '9 rows: 9 taken, 0 updated, 0 unchanged, 0 left out, 0 refused'],
    ];
    for (const [name, path, given, told] of files) {
      const began = Date.now();
      const first = await hub(join(realData, path), '--mapping', name, ...given, '--report', join(folder, name));
      expect(first.stdout).toContain(told);
      console.log(`${name}: ${told.split(':')[0]} in ${((Date.now() - began) / 1000).toFixed(1)} s; ${/; (.*) repaired/.exec(first.stdout)?.[1]} repaired`);
    }
    const before = await state();
    for (const [name, path, given, told] of files) {
      const again = await hub(join(realData, path), '--mapping', name, ...given, '--report', join(folder, `${name}-again`));
      expect(again.stdout).toContain(told.replace(/([\d,]+) taken, 0 updated, 0 unchanged/, '0 taken, 0 updated, $1 unchanged'));
    }
    expect(await state()).toEqual(before);
  }, 300_000);

  it('takes a mapping that the centre has approved in the hub: proposed by one analyst, approved by another, by its name from then on', async () => {
    const second = await centre.tokenOf({ identity: 'center', user: 2 });
    const desk = (args: readonly string[], as = token) => runHub(['import', 'mapping', ...args, '--hub', centre.url], { HUB_TOKEN: as });
    const own = await file('approved.yaml', mapping('APPROVED').replace('mapping: kettles', 'mapping: own-kettles'));
    const sample = await file('sample.csv', '编号,名称,隐患,日期\n1,水壶Ａ,漏电,2026.3.1\n2,水壶B,漏电,明天\n');
    const proposed = await desk(['propose', own, '--sample', sample, '--reason', '新来源']);
    expect(proposed).toMatchObject({ code: 0, stderr: '' });
    expect(proposed.stdout).toContain('Of the first 2 rows of its sample 1 made an item (1 repaired), 0 were left out, 1 refused.');
    expect(proposed.stdout).toContain('row 3, key 2: refused for observedOn (VALUE_INVALID)');
    const id = /hub import mapping approve (\S+)/.exec(proposed.stdout)?.[1] ?? '';

    const named = () => hub(sample, '--mapping', 'own-kettles', '--report', join(folder, `approved-${Date.now()}`));
    expect(await named()).toMatchObject({ code: 3, stderr: expect.stringContaining('There is no mapping own-kettles') as unknown });
    expect(await desk(['approve', id, '--reason', '与来源相符'])).toMatchObject({ code: 1, stderr: expect.stringContaining('IMPORT_MAPPING_SECOND_PERSON') as unknown });
    expect(await desk(['approve', id, '--reason', '与来源相符', '--lang', 'zh-CN'], second)).toMatchObject({ code: 0, stdout: expect.stringContaining('own-kettles 1: APPROVED') as unknown });
    expect((await desk(['list'])).stdout).toMatch(/cpsc-recalls \d+: ships with the hub[\s\S]*own-kettles 1: APPROVED, of APPROVED, proposed by center\.1/);
    expect((await desk(['show', id])).stdout).toContain('mapping: own-kettles');
    expect(await named()).toMatchObject({ code: 1, stdout: expect.stringContaining('2 rows: 1 taken, 0 updated, 0 unchanged, 0 left out, 1 refused') as unknown });
    expect(await centre.database.importRun.count({ where: { importMappingId: id } })).toBe(1);

    expect(await desk(['withdraw', id])).toMatchObject({ code: 3, stderr: expect.stringContaining('--reason is missing') as unknown });
    expect(await desk(['withdraw', id, '--reason', '来源已改版'])).toMatchObject({ code: 0, stdout: expect.stringContaining('WITHDRAWN') as unknown });
    expect(await named()).toMatchObject({ code: 3 });
  });

  it('reads a source here in which something is personal, though the hub has the mapping: a column of which nothing is made leaves no machine', async () => {
    const desk = (args: readonly string[], as = token) => runHub(['import', 'mapping', ...args, '--hub', centre.url], { HUB_TOKEN: as });
    const own = await file('private.yaml', mapping('PRIVATE').replace('mapping: kettles', 'mapping: private-kettles').replace('fields:', 'personal: [电话]\nfields:'));
    const sample = await file('private.csv', '编号,名称,隐患,日期,电话\n1,水壶,漏电,2026.3.1,13800000000\n');
    const id = /hub import mapping approve (\S+)/.exec((await desk(['propose', own, '--sample', sample, '--reason', '新来源'])).stdout)?.[1] ?? '';
    expect(await desk(['approve', id, '--reason', '与来源相符'], await centre.tokenOf({ identity: 'center', user: 2 }))).toMatchObject({ code: 0 });
    expect(await hub(sample, '--mapping', 'private-kettles', '--report', join(folder, 'private'))).toMatchObject({ code: 0, stdout: expect.stringContaining('1 rows: 1 taken') as unknown });
    expect(await centre.database.importRun.count({ where: { importMappingId: id } })).toBe(0);
  });

  it('shows what the first rows would become, and sends nothing', async () => {
    const { code, stdout } = await hub(join(folder, 'kettles.csv'), '--mapping', join(folder, 'kettles.yaml'), '--preview', '2', '--lang', 'zh-CN');
    expect(code).toBe(0);
    expect(stdout).toContain('row 2, key 1: {');
    expect(stdout).toContain('"productName": "水壶A"');
    expect(stdout).toContain('row 3, key 2: refused for observedOn (VALUE_INVALID): observedOn 不符合要求');
  });

  it('takes an address as a source', async () => {
    const server = createServer((_request, response) => response.end('编号,名称,隐患,日期\nu1,水壶,漏电,2026-03-01\n')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kettles.csv`;
      expect(await hub(address, '--mapping', join(folder, 'kettles.yaml'), '--report', join(folder, 'address'))).toMatchObject({ code: 0, stdout: expect.stringContaining('1 rows: 1 taken') as unknown });
    } finally {
      server.close();
    }
  });

  it('stops with what to do next where the hub is away, and where the caller may not', async () => {
    const own = join(folder, 'kettles.yaml');
    const away = await runHub(['import', join(folder, 'changed.csv'), '--mapping', own, '--report', join(folder, 'away'), '--hub', 'http://127.0.0.1:9', '--patience', '1'], { HUB_TOKEN: token });
    expect(away).toMatchObject({ code: 2, stderr: expect.stringMatching(/does not answer .* 0 of 1 rows are done\. Go on with: hub import --resume /) as unknown });
    const rival = await runHub(['import', join(folder, 'changed.csv'), '--mapping', own, '--report', join(folder, 'rival'), '--hub', centre.url], { HUB_TOKEN: await centre.tokenOf('lab-1') });
    expect(rival).toMatchObject({ code: 2, stderr: expect.stringContaining('0 of 1 rows are done') as unknown });
  });

  it('checks a mapping without a hub', async () => {
    expect(await runHub(['import', 'check', 'complaints'])).toMatchObject({ code: 0, stdout: expect.stringContaining('complaints, version 2: fills takeInRiskInformation from xlsx, 12 fields') as unknown });
    const wrong = await file('wrong.yaml', mapping('X').replace('hazardItem', 'hazard'));
    expect(await runHub(['import', 'check', wrong])).toMatchObject({ code: 3, stderr: expect.stringContaining('TakeInRiskInformationInput requires hazardItem') as unknown });
    expect(await runHub(['import', 'check', 'nothing'])).toMatchObject({ code: 3, stderr: expect.stringContaining('complaints, cosmetics-online') as unknown });
  });
});

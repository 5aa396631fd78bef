import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { MonitoringCenterDatabase } from '@hub/monitoring-center/repository/database.js';
import { monitoringCenterService } from '@hub/monitoring-center/service.js';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHub } from './start/run-hub.js';

const [recall = ''] = gunzipSync(readFileSync(seedFile('cpsc_recalls.jsonl.gz'))).toString('utf8').split('\n');
const { date } = JSON.parse(recall) as { date: string };

let centre: SubgraphUnderTest<MonitoringCenterDatabase>;
let source: Server;
let address: string;
let asked: string[];
let token: string;
beforeAll(async () => {
  asked = [];
  source = createServer(({ url }, response) => {
    asked.push(url ?? '');
    response.end(recall);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => source.once('listening', resolve));
  address = `http://127.0.0.1:${(source.address() as AddressInfo).port}`;
  centre = await subgraphUnderTest(monitoringCenterService, { variables: { IMPORT_ALLOWED_HOSTS: address } });
  token = await centre.tokenOf('center');
});
afterAll(async () => {
  await centre.close();
  source.closeAllConnections();
  await new Promise((resolve) => source.close(resolve));
});

const pull = (...args: string[]) => runHub(['import', 'pull', ...args, '--hub', centre.url], { HUB_TOKEN: token });
const says = (text: string) => expect.stringContaining(text) as unknown;

describe('hub import pull (5.1.1)', () => {
  it('has the hub fetch a source by itself, tells how that goes, and pauses, resumes, fetches now and ends it', async () => {
    const scheduled = await pull('schedule', `${address}/recalls`, '--mapping', 'cpsc-recalls', '--every', 'PT6H', '--parameter', 'since', '--column', 'date', '--from', '1970-01-01');
    expect(scheduled).toMatchObject({ code: 0, stderr: '', stdout: says(`${address}/recalls by cpsc-recalls, every PT6H: ACTIVE`) });
    const id = /ACTIVE \((\S+)\)/.exec(scheduled.stdout)?.[1] ?? '';
    await eventually(() => Promise.resolve(asked), (all) => all.includes('/recalls?since=1970-01-01'));
    await eventually(() => pull('list'), ({ stdout }) => stdout.includes(`what comes after since=${date}`) && /last import \S+: COMPLETED/.test(stdout));

    expect(await pull('pause', id)).toMatchObject({ code: 3, stderr: says('--reason is missing') });
    expect(await pull('pause', id, '--reason', '来源改版')).toMatchObject({ code: 0, stdout: says('PAUSED') });
    expect(await pull('run', id)).toMatchObject({ code: 1, stderr: says('STATE_NOT_POSSIBLE') });
    expect((await pull('list', '--state', 'ACTIVE')).stdout).not.toContain(id);
    expect((await pull('list', '--state', 'PAUSED')).stdout).toContain(id);
    expect(await pull('resume', id)).toMatchObject({ code: 0, stdout: says('ACTIVE') });
    const before = asked.length;
    expect(await pull('run', id)).toMatchObject({ code: 0 });
    await eventually(() => Promise.resolve(asked.length), (times) => times > before);
    expect(await pull('end', id, '--reason', '来源停用')).toMatchObject({ code: 0, stdout: says('ENDED') });
  }, 60_000);

  it('says what is missing before it asks, and what the hub refuses', async () => {
    const begun = ['schedule', `${address}/more`, '--mapping', 'cpsc-recalls'];
    expect(await pull(...begun)).toMatchObject({ code: 3, stderr: says('--every is missing. Right would be, for example, --every PT6H') });
    expect(await pull(...begun, '--every', 'PT6H', '--parameter', 'since')).toMatchObject({ code: 3, stderr: says('--column is missing') });
    expect(await pull('schedule', 'https://elsewhere.example.cn/recalls', '--mapping', 'cpsc-recalls', '--every', 'PT6H', '--lang', 'zh-CN')).toMatchObject({ code: 1, stderr: says('IMPORT_SOURCE_NOT_ALLOWED') });
    expect(await runHub(['import', 'pull', 'list', '--hub', 'http://127.0.0.1:9'], { HUB_TOKEN: token })).toMatchObject({ code: 2, stderr: says('does not answer') });
  }, 60_000);
});

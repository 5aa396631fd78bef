import { randomUUID } from 'node:crypto';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LookupAddress } from 'node:dns';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { Prisma } from '@hub/prisma/monitoring-center/generated/client.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importSettingsOf } from '../src/environment.js';
import { fetchSource } from '../src/imports/fetch-source.js';
import { importStore } from '../src/imports/import-store.js';
import { sourceDispatcher } from '../src/imports/source-puller.js';
import { importPulls, mostFailedAttempts } from '../src/repository/import-pulls.js';
import { mostPulls } from '../src/repository/schedule-import-pull.js';
import { monitoringCenterService } from '../src/service.js';
import { act, sampler, type Hub } from './acts.js';
import { feedOf, pullsOf, sends, sourceHere, type Answer, type Source, type TestedPull } from './pulls.js';

let hub: Hub;
let source: Source;
let closed: Source;
beforeAll(async () => {
  [source, closed] = [await sourceHere(), await sourceHere()];
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { IMPORT_ALLOWED_HOSTS: `data.example.cn,${source.url}`, IMPORT_PULL_SECONDS: '2', EVIDENCE_MAX_BYTES: '100000' } });
});
afterAll(async () => {
  await hub.close();
  for (const { server } of [source, closed]) server.closeAllConnections();
  await Promise.all([source, closed].map(({ server }) => new Promise((resolve) => server.close(resolve))));
});
beforeEach(() => {
  source.asked.length = 0;
});

const { scheduled, doing, read, until, settled, again, runs } = pullsOf(() => hub, () => source);

describe('the pull of a source (定时采集, 5.1.1)', () => {
  it('takes in what the source has by an import like any other, in the name of who scheduled it', async () => {
    source.answer = sends(feedOf('p1', 'p2'));
    const { value } = await scheduled();
    const pull = await settled(value.id);
    expect(pull).toMatchObject({ state: 'ACTIVE', failedAttempts: 0, lastFailure: null, reader: { userId: 'center.1' }, importRun: { state: 'COMPLETED', started: { userId: 'center.1' }, counts: { taken: 2, refused: 0 } } });
    expect(new Date(pull.nextAttemptAt).getTime() - new Date(pull.lastAttemptAt ?? '').getTime()).toBe(3_600_000);
    expect(await readdir(importStore(hub.environment).pulled)).toEqual([]);
  });

  it('asks by ETag and Last-Modified, and takes nothing in that the source says is unchanged', async () => {
    const told = { etag: '"v1"', 'last-modified': 'Sun, 01 Mar 2026 00:00:00 GMT' };
    source.answer = ({ headers }, response) => (headers['if-none-match'] === '"v1"' ? response.writeHead(304).end() : response.writeHead(200, told).end(feedOf('e1')));
    const { value } = await scheduled();
    await settled(value.id);
    const before = await runs();
    const pull = await again(value.id);
    expect(source.asked.at(-1)?.headers).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': told['last-modified'] });
    expect([pull.failedAttempts, await runs()]).toEqual([0, before]);
  });

  it('takes nothing in that is the same by its content, of a source that cannot tell; and what is new of one that has changed', async () => {
    source.answer = sends(feedOf('h1'));
    const { value } = await scheduled();
    await settled(value.id);
    const before = await runs();
    await again(value.id);
    expect(await runs()).toBe(before);
    source.answer = sends(feedOf('h1', 'h2'));
    await again(value.id);
    expect((await settled(value.id)).importRun?.counts).toMatchObject({ taken: 1, unchanged: 1 });
  });

  it('starts nothing twice where its process was killed between start and note, and removes what one killed earlier had begun to write', async () => {
    source.answer = sends(feedOf('killed'));
    const { value } = await scheduled();
    const { importRun } = await settled(value.id);
    const [before, asked] = [await runs(), source.asked.length];
    const left = join(importStore(hub.environment).pulled, randomUUID());
    await writeFile(left, '<rss>');
    await utimes(left, 0, 0);
    // As the row stood when the process was killed: the import had been started, and nothing of it was noted.
    await hub.database.importPull.update({ where: { id: value.id }, data: { runs: 0, importRunId: null, taken: Prisma.DbNull, leaseId: 'killed', leasedUntil: new Date(Date.now() - 1_000), nextAttemptAt: new Date(Date.now() - 1_000) } });
    expect((await settled(value.id)).importRun).toEqual(importRun);
    expect([await runs(), source.asked.length, await readdir(importStore(hub.environment).pulled)]).toEqual([before, asked + 1, []]);
  });

  it('does not take for known what no import has taken in to its end', async () => {
    source.answer = sends('<rss><item><guid>x</guid>', { etag: '"broken"' });
    const { value } = await scheduled();
    const pull = await until(value.id, ({ lastFailure }) => lastFailure?.code === 'IMPORT_TRUNCATED');
    expect(pull).toMatchObject({ state: 'ACTIVE', failedAttempts: 1, importRun: { state: 'REFUSED' } });
    source.answer = sends(feedOf('mended'), { etag: '"broken"' });
    await again(value.id);
    expect(source.asked.at(-1)?.headers['if-none-match']).toBeUndefined();
    expect(await settled(value.id)).toMatchObject({ failedAttempts: 0, importRun: { counts: { taken: 1 } } });
  });

  it('asks for what came after the greatest place that was taken in', async () => {
    source.answer = ({ url }, response) => response.writeHead(200).end(feedOf(...(url?.includes('2026-03-01') ? [] : ['c1'])));
    const { value } = await scheduled({ url: `${source.url}/c?kind=a`, cursor: { parameter: 'since', column: 'date', value: '2026-01-01' } });
    expect((await settled(value.id)).cursor).toMatchObject({ value: '2026-03-01' });
    await again(value.id);
    expect(source.asked.map(({ path }) => path)).toEqual(['/c?kind=a&since=2026-01-01', '/c?kind=a&since=2026-03-01']);
    expect((await settled(value.id)).cursor).toMatchObject({ value: '2026-03-01' });
  });

  it('reads no place from what is personal, or from what the mapping does not read', async () => {
    for (const column of ['投诉人', 'nothing']) {
      expect((await scheduled({ mapping: 'complaints', cursor: { parameter: 'since', column, value: '1' } })).refusal).toMatchObject({ code: 'IMPORT_CURSOR_COLUMN', field: 'cursor.column' });
    }
  });
});

describe('a source that fails', () => {
  it('is told, tried again after a time that grows, and stopped with the reason in the end', async () => {
    source.answer = (_request, response) => response.writeHead(503).end();
    const { value } = await scheduled();
    const wait = ({ nextAttemptAt, lastFailureAt }: TestedPull) => new Date(nextAttemptAt).getTime() - new Date(String(lastFailureAt)).getTime();
    const first = await until(value.id, ({ failedAttempts }) => failedAttempts === 1);
    expect(first).toMatchObject({ state: 'ACTIVE', lastFailure: { code: 'IMPORT_SOURCE_STATUS', message: expect.stringContaining('503') as unknown } });
    expect(wait(first)).toBeLessThanOrEqual(60_000);
    const second = await again(value.id);
    expect(wait(second)).toBeGreaterThanOrEqual(60_000);
    await hub.database.importPull.update({ where: { id: value.id }, data: { failedAttempts: mostFailedAttempts - 1 } });
    expect(await again(value.id)).toMatchObject({ state: 'STOPPED', stoppedBecause: { code: 'IMPORT_SOURCE_STATUS' } });
    expect((await doing('run', value.id)).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
    source.answer = sends(feedOf('after'));
    await doing('resume', value.id);
    expect(await settled(value.id)).toMatchObject({ state: 'ACTIVE', failedAttempts: 0, stoppedBecause: null, importRun: { counts: { taken: 1 } } });
  });

  it.each([
    ['after some seconds', () => '7200', 7_200_000],
    ['at a time', () => new Date(Date.now() + 7_210_000).toUTCString(), 7_200_000],
    ['in a year, a day later all the same', () => '31536000', 86_400_000],
  ])('is left alone where it says that it wants to be asked %s', async (_when, header, wait) => {
    source.answer = (_request, response) => response.writeHead(429, { 'retry-after': header() }).end();
    const { value } = await scheduled();
    const { nextAttemptAt, lastFailureAt } = await until(value.id, ({ failedAttempts }) => failedAttempts === 1);
    const waits = new Date(nextAttemptAt).getTime() - new Date(String(lastFailureAt)).getTime();
    expect([waits >= wait, waits <= wait + 60_000]).toEqual([true, true]);
    await doing('end', value.id, { reason: '测试' });
  });

  it('by sending too much, or too slowly, or breaking off, leaves nothing behind', async () => {
    const cases: readonly (readonly [Answer, string])[] = [
      [sends('x'.repeat(200_000)), 'IMPORT_SOURCE_TOO_LARGE'],
      [(_request, response) => { response.writeHead(200, { 'transfer-encoding': 'chunked' }); for (let count = 0; count < 20; count += 1) response.write('x'.repeat(10_000)); response.end(); }, 'IMPORT_SOURCE_TOO_LARGE'],
      [(_request, response) => void response.writeHead(200).write('<rss>'), 'IMPORT_SOURCE_TIMED_OUT'],
      [() => undefined, 'IMPORT_SOURCE_TIMED_OUT'],
      [(_request, response) => { response.writeHead(200, { 'content-length': '100' }).write('<rss>'); setTimeout(() => response.destroy(), 50); }, 'IMPORT_SOURCE_UNREACHABLE'],
    ];
    for (const [answer, code] of cases) {
      source.answer = answer;
      const before = await runs();
      const { value } = await scheduled();
      expect((await until(value.id, ({ failedAttempts }) => failedAttempts > 0)).lastFailure?.code).toBe(code);
      await doing('end', value.id, { reason: '测试' });
      expect([await runs(), await readdir(importStore(hub.environment).pulled)]).toEqual([before, []]);
    }
  }, 30_000);

  it('is stopped at once where trying again would change nothing: who scheduled it is in the role no more', async () => {
    source.answer = sends(feedOf('gone'));
    const { value } = await scheduled();
    await settled(value.id);
    const reader = { userId: 'center.9', partyId: 'center', role: 'ANALYST', at: new Date().toISOString() };
    await hub.database.importPull.update({ where: { id: value.id }, data: { reader } });
    source.answer = sends(feedOf('gone', 'more'));
    await doing('run', value.id);
    expect((await until(value.id, ({ state }) => state === 'STOPPED')).stoppedBecause).toMatchObject({ code: 'IMPORT_STARTER_GONE' });
  });
});

describe('where sources may lie', () => {
  it('is nowhere unless the operator enters it, by https unless plain http is named; a wrong list stops the start', () => {
    const hostsOf = (IMPORT_ALLOWED_HOSTS?: string) => importSettingsOf({ variables: { ...(IMPORT_ALLOWED_HOSTS !== undefined && { IMPORT_ALLOWED_HOSTS }) } }).sourceHosts;
    expect(hostsOf()).toEqual({ hosts: new Set(), plainHosts: new Set() });
    expect(hostsOf('Data.example.cn, http://source.intranet,10.1.2.3:8443')).toEqual({ hosts: new Set(['data.example.cn:443', '10.1.2.3:8443']), plainHosts: new Set(['source.intranet:80']) });
    expect(() => hostsOf('https://data.example.cn/')).toThrow('IMPORT_ALLOWED_HOSTS is no list of hosts');
  });

  it('is said by the operator, and nowhere else', async () => {
    for (const url of [closed.url, 'https://127.0.0.1/', 'https://evil.example/', source.url.replace('http:', 'https:'), 'https://169.254.169.254/latest/meta-data']) {
      expect([url, (await scheduled({ url })).refusal]).toMatchObject([url, { code: 'IMPORT_SOURCE_NOT_ALLOWED', field: 'url' }]);
    }
    for (const url of ['nowhere', `${source.url.replace('//', '//user:word@')}/`]) expect((await scheduled({ url })).refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'url' });
    expect(closed.asked).toEqual([]);
  });

  it('is asked of every redirect, of which at most three are followed', async () => {
    const via = (location: string): Answer => (_request, response) => response.writeHead(302, { location }).end();
    const failing = async (answer: Answer) => {
      source.answer = answer;
      const { value } = await scheduled();
      const { lastFailure } = await until(value.id, ({ failedAttempts }) => failedAttempts > 0);
      await doing('end', value.id, { reason: '测试' });
      return lastFailure?.code;
    };
    closed.answer = sends(feedOf('stolen'));
    expect(await failing(via(`${closed.url}/secret`))).toBe('IMPORT_SOURCE_NOT_ALLOWED');
    expect(await failing(via('file:///etc/passwd'))).toBe('IMPORT_SOURCE_NOT_ALLOWED');
    expect(closed.asked).toEqual([]);
    source.asked.length = 0;
    expect(await failing(via('/round'))).toBe('IMPORT_SOURCE_REDIRECTS');
    expect(source.asked).toHaveLength(4);
    let hops = 0;
    source.answer = (request, response) => ((hops += 1) <= 3 ? via(`/hop${hops}`)(request, response) : sends(feedOf('hop'))(request, response));
    const { value } = await scheduled();
    expect((await settled(value.id)).importRun?.counts).toMatchObject({ taken: 1 });
  }, 20_000);

  it('by a name that the operator has entered leads to public addresses, unless these were entered too', async () => {
    const { port } = source.server.address() as AddressInfo;
    const outcome = async (leadsTo: string, plainHosts: readonly string[]) => {
      const entered = { hosts: new Set<string>(), plainHosts: new Set(plainHosts) };
      const dispatcher = sourceDispatcher(entered, 1, (_host, done) => done(null, [{ address: leadsTo, family: leadsTo.includes(':') ? 6 : 4 } satisfies LookupAddress]));
      const path = `${hub.environment.dataDir}/${randomUUID()}`;
      const limits = { bytes: 1000, seconds: 1, freeBytes: 0 };
      return fetchSource({ url: `http://source.example.cn:${port}/`, known: undefined, mayBeNothing: false, path, entered, dispatcher, limits, signal: new AbortController().signal })
        .then((fetched) => fetched?.size, (error: { refusal?: { code: string } }) => error.refusal?.code)
        .finally(() => dispatcher.destroy());
    };
    source.answer = sends('a record');
    const named = `source.example.cn:${port}`;
    for (const inside of ['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1']) expect([inside, await outcome(inside, [named])]).toEqual([inside, 'IMPORT_SOURCE_NOT_ALLOWED']);
    expect(source.asked).toEqual([]);
    expect(await outcome('127.0.0.1', [named, `127.0.0.1:${port}`])).toBe(8);
    expect(await outcome('127.0.0.1', [named, '127.0.0.1:1'])).toBe('IMPORT_SOURCE_NOT_ALLOWED');
    expect(await outcome('127.0.0.1', [`127.0.0.1:${port}`])).toBe('IMPORT_SOURCE_NOT_ALLOWED');
  });
});

describe('a pull', () => {
  it('that is paused asks nothing, and goes on where it was when it is resumed; ended, it asks no more', async () => {
    source.answer = sends(feedOf('q1'));
    const { value } = await scheduled();
    await settled(value.id);
    expect((await doing('pause', value.id, { reason: '来源维护' })).value).toMatchObject({ state: 'PAUSED' });
    await hub.database.importPull.update({ where: { id: value.id }, data: { nextAttemptAt: new Date(0) } });
    const asked = source.asked.length;
    await delay(700);
    expect(source.asked).toHaveLength(asked);
    const [resumed] = await act(hub, { identity: 'center', user: 2 }, 'resumeImportPull', [{ idempotencyKey: randomUUID(), importPullId: value.id }], 'id state');
    expect(resumed?.value).toMatchObject({ state: 'ACTIVE' });
    await eventually(async () => source.asked.length, (count) => count === asked + 1);
    expect(await until(value.id, ({ nextAttemptAt }) => new Date(nextAttemptAt) > new Date())).toMatchObject({ reader: { userId: 'center.2' }, pauseReason: null });
    expect((await doing('end', value.id, { reason: '来源已停更' })).value).toMatchObject({ state: 'ENDED' });
    expect((await doing('resume', value.id)).refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE' });
  });

  it('that is paused while its source answers starts no import of what comes', async () => {
    const held: ServerResponse[] = [];
    source.answer = (_request, response) => void held.push(response);
    const { value } = await scheduled();
    await eventually(async () => held.length, (count) => count === 1);
    await doing('pause', value.id, { reason: '来源有误' });
    const before = await runs();
    held[0]?.writeHead(200).end(feedOf('late'));
    await eventually(() => hub.database.importPull.findUniqueOrThrow({ where: { id: value.id } }), ({ leaseId }) => leaseId === null);
    expect([await runs(), (await read(value.id)).state]).toEqual([before, 'PAUSED']);
  });

  it('is attended to by one process at a time, until its lease has ended', async () => {
    const { value } = await scheduled({ url: 'https://data.example.cn/never' });
    await doing('pause', value.id, { reason: '测试' });
    const pulls = importPulls(hub.database);
    await hub.database.importPull.update({ where: { id: value.id }, data: { state: 'ACTIVE', nextAttemptAt: new Date(0), leaseId: 'another', leasedUntil: new Date('2099-01-01') } });
    expect(await pulls.claim(30)).toBeUndefined();
    await hub.database.importPull.update({ where: { id: value.id }, data: { state: 'ENDED' } });
    const late = { ...(await hub.database.importPull.findUniqueOrThrow({ where: { id: value.id } })), leaseId: 'lost' };
    await pulls.note(late, { failure: { code: 'IMPORT_SOURCE_STATUS', parameters: { status: 500 } } });
    expect((await hub.database.importPull.findUniqueOrThrow({ where: { id: value.id } })).failedAttempts).toBe(late.failedAttempts);
  });

  it('is one of so many of a party at the most', async () => {
    const { value } = await scheduled({ url: 'https://data.example.cn/many' });
    await doing('pause', value.id, { reason: '测试' });
    const row = await hub.database.importPull.findUniqueOrThrow({ where: { id: value.id }, omit: { lastFailure: true, stoppedBecause: true, ended: true, taken: true, pending: true } });
    const more = Array.from({ length: mostPulls }, () => ({ ...row, id: randomUUID(), given: {}, scheduled: row.scheduled as object, reader: row.reader as object, paused: row.paused as object }));
    await hub.database.importPull.createMany({ data: more });
    expect((await scheduled()).refusal).toMatchObject({ code: 'IMPORT_PULLS_TOO_MANY', message: expect.stringContaining(String(mostPulls)) as unknown });
    await hub.database.importPull.updateMany({ where: { id: { in: more.map(({ id }) => id) } }, data: { state: 'ENDED' } });
  });

  it('is an analyst’s of the centre alone, at an interval of a quarter of an hour and more, by a mapping that imports may use', async () => {
    await expect(scheduled({}, sampler)).rejects.toThrow('ACT_NOT_PERMITTED');
    expect((await scheduled({ every: 'PT1M' })).refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'every' });
    expect((await scheduled({ mapping: 'nobody-approved' })).refusal).toMatchObject({ code: 'IMPORT_PULL_MAPPING_UNKNOWN', field: 'mapping' });
    expect((await scheduled({ mapping: 'cosmetics-online' })).refusal).toMatchObject({ code: 'IMPORT_GIVEN_WRONG' });
    source.answer = sends(feedOf('own'));
    const { value } = await scheduled();
    for (const asker of ['regulator-province', 'lab-1', 'platform-1']) expect(await read(value.id, asker)).toBeNull();
  });
});

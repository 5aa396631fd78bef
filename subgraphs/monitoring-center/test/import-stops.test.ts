import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { HashedUploads } from '@hub/kernel/files/hashed-uploads.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { testFile, type TestFile } from '@hub/kernel/testing/hand-in-files.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { TakeIn } from '@hub/imports/running/take-items.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { carryOnImport } from '../src/imports/carry-on-import.js';
import { importFileSweep } from '../src/imports/import-file-sweep.js';
import { importSweep } from '../src/imports/import-sweep.js';
import { importStore, type ImportStore } from '../src/imports/import-store.js';
import { wholeUploads } from '../src/imports/whole-uploads.js';
import { importFileEntries } from '../src/repository/import-files.js';
import { importRuns, mostFailures, type ClaimedImport, type ImportRuns } from '../src/repository/import-runs.js';
import { mostStarted } from '../src/repository/start-import.js';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { feed, handIn, notice, readRun, start } from './imports.js';

let hub: Hub;
let runs: ImportRuns;
let store: ImportStore;
beforeAll(async () => {
  // It imports nothing by itself: the tests do, step by step.
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { IMPORTS_AT_ONCE: '0' } });
  runs = importRuns(hub.database);
  store = importStore(hub.environment);
});
afterEach(() => hub.database.importRun.updateMany({ data: { state: 'CANCELLED', leaseId: null, leasedUntil: null } }));
afterAll(() => hub.close());

const hour = 3_600_000;
const many = (count: number) => feed(Array.from({ length: count }, (_, index) => notice(`${count}-${index}`)));
const again = (id: string) => hub.database.importRun.findUniqueOrThrow({ where: { id } });
const cancel = (importRunId: string) => act(hub, analyst, 'cancelImport', [{ idempotencyKey: randomUUID(), importRunId, reason: '选错文件' }], 'id');
/** Says of all that it is there already. */
const answered: TakeIn = async (items) => ({ outcomes: items.map(() => ({ disposition: 'UNCHANGED', value: null, refusal: null })) });

async function started(file: TestFile): Promise<string> {
  await handIn(hub, file);
  return (await start(hub, file)).value.id;
}

async function claimed(id: string): Promise<ClaimedImport> {
  const found = await runs.claim(30);
  if (found?.id !== id) throw new Error(`Another import was claimed: ${found?.id ?? 'none'}.`);
  return found;
}

/** Goes on with an import as the worker does. */
function carriedOn(claim: ClaimedImport, takeIn: TakeIn): Promise<boolean> {
  const own = new AbortController();
  const path = store.pathOf(claim.holder, claim.fileHash);
  return carryOnImport({ claimed: claim, runs, takeIn, path, keptFor: hour, patience: 0, stopping: own.signal, stop: () => own.abort() });
}

describe('an import that is cancelled', () => {
  it('sends nothing besides the batches that were under way, and notes these', async () => {
    const id = await started(many(5000));
    const sent: number[] = [];
    const ended = await carriedOn(await claimed(id), async (items, together) => {
      if (sent.push(items.length) === 1) await cancel(id);
      return answered(items, together);
    });
    expect([ended, sent]).toEqual([false, [500, 500, 500]]);
    expect(await readRun(hub, id)).toMatchObject({ state: 'CANCELLED', rowsDone: 1500, counts: { unchanged: 1500 } });
  });

  it('with its last batch under way holds no lease when that is noted', async () => {
    const id = await started(many(1));
    await carriedOn(await claimed(id), async (items, together) => {
      await cancel(id);
      return answered(items, together);
    });
    expect(await again(id)).toMatchObject({ state: 'CANCELLED', rowsDone: 1, leaseId: null, leasedUntil: null });
  });

  it('keeps the next of its source waiting until its batches have ended', async () => {
    const [first, second] = [await started(many(2)), await started(many(3))];
    const under = await claimed(first);
    await cancel(first);
    expect(await runs.claim(30)).toBeUndefined();
    await runs.release(under, 0);
    expect((await runs.claim(30))?.id).toBe(second);
  });
});

describe('imports of several parties', () => {
  it('take their turns: who has one under way waits for who has none', async () => {
    const [first, second, other] = [await started(many(7)), await started(many(8)), await started(many(9))];
    await hub.database.importRun.update({ where: { id: second }, data: { source: 'another source' } });
    await hub.database.importRun.update({ where: { id: other }, data: { holder: 'center-2' } });
    await claimed(first);
    await claimed(other);
    await claimed(second);
  });

  it('are so many of each at the most', async () => {
    const file = many(10);
    await handIn(hub, file);
    for (let count = 0; count < mostStarted; count += 1) expect((await start(hub, file)).refusal).toBeNull();
    expect((await start(hub, file)).refusal).toMatchObject({ code: 'IMPORTS_TOO_MANY', message: expect.stringContaining(String(mostStarted)) as unknown });
  });
});

describe('an import whose process ends with it each time', () => {
  it('has each attempt counted, until something is noted', async () => {
    const id = await started(many(4));
    for (let attempt = 1; attempt <= mostFailures; attempt += 1) {
      expect(await claimed(id)).toMatchObject({ failures: attempt });
      await hub.database.importRun.update({ where: { id }, data: { leasedUntil: new Date(0) } });
    }
    await runs.noteLength(await claimed(id), 4);
    expect(await again(id)).toMatchObject({ failures: 0 });
  });

  it('not so where it was stopped, or something was away', async () => {
    const id = await started(many(6));
    await runs.release(await claimed(id), 0);
    expect(await again(id)).toMatchObject({ failures: 0 });
  });
});

describe('an import whose time is over', () => {
  const left = async (...ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => [await hub.database.importRun.count({ where: { id } }), await hub.database.importRow.count({ where: { importRunId: id } })]));

  it('goes with the rows of its report; one that ended later, or has not ended, or is still noted, stays', async () => {
    const ids: string[] = [];
    for (const count of [21, 22, 23, 24]) {
      const id = await started(many(count));
      const claim = await claimed(id);
      await runs.noteLength(claim, count);
      await carriedOn({ ...claim, rowsInFile: count }, answered);
      ids.push(id);
    }
    const [old = '', recent = '', underWay = '', noting = ''] = ids;
    const long = new Date(Date.now() - 3 * hour);
    await hub.database.importRun.update({ where: { id: old }, data: { endedAt: long } });
    await hub.database.importRun.update({ where: { id: recent }, data: { endedAt: new Date(Date.now() - hour) } });
    await hub.database.importRun.update({ where: { id: underWay }, data: { endedAt: null, state: 'STARTED' } });
    await hub.database.importRun.update({ where: { id: noting }, data: { endedAt: long, state: 'CANCELLED', leaseId: 'another', leasedUntil: new Date('2099-01-01') } });
    const work = importSweep({ database: hub.database, keptFor: 2 * hour, seconds: 1, log: { error: () => undefined } as never });
    await eventually(() => left(old), ([counts]) => counts?.join() === '0,0');
    await work.stop();
    expect(await left(recent, underWay)).toEqual([[1, 22], [1, 23]]);
    expect((await left(noting))[0]?.[0]).toBe(1);
  });
});

describe('a file whose time is over', () => {
  const swept = async (remove: ImportStore['remove'], over: () => Promise<boolean>) => {
    const work = importFileSweep({ database: hub.database, store: { ...store, remove }, seconds: 1, log: { error: () => undefined } as never });
    await eventually(over, Boolean);
    await work.stop();
  };
  const isOver = (file: TestFile) => hub.database.importFile.updateMany({ where: { hash: file.hash }, data: { keptUntil: new Date(0) } });
  const rows = (file: TestFile) => hub.database.importFile.count({ where: { hash: file.hash } });

  it('stays in the books until it is off the disk, and keeps no other from going', async () => {
    const [bad, good] = [testFile('bad'), testFile('good')];
    await handIn(hub, bad);
    await isOver(bad);
    await handIn(hub, good);
    await isOver(good);
    const tried: string[] = [];
    await swept(
      async (partyId, hash) => {
        tried.push(hash);
        if (hash === bad.hash) throw new Error('The disk is read-only.');
        await store.remove(partyId, hash);
      },
      async () => (await rows(good)) === 0 && tried.includes(bad.hash),
    );
    expect(await rows(bad)).toBe(1);
    await swept(store.remove, async () => (await rows(bad)) === 0);
    await expect(access(store.pathOf('center', bad.hash))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('goes with the upload by which it came, which would be placed anew', async () => {
    const file = testFile('uploaded');
    await handIn(hub, file);
    const uploaded = async () => (await wholeUploads(new HashedUploads({ directory: store.uploads }))).some(({ hash }) => hash === file.hash);
    expect(await uploaded()).toBe(true);
    await isOver(file);
    await swept(store.remove, async () => (await rows(file)) === 0);
    expect(await uploaded()).toBe(false);
  });

  it('is not entered anew when it was removed after it had been found in its place', async () => {
    const file = testFile('raced');
    const entries = importFileEntries(hub.database, store, hour);
    const entry = { partyId: 'center', userId: 'center.1', size: 5, mediaType: 'text/csv' };
    await expect(entries.enter({ sha256: file.hash, sm3: file.sm3 }, entry)).rejects.toThrow('removed');
    expect(await rows(file)).toBe(0);
  });
});

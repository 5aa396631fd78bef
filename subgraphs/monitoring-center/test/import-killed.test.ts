import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { testFile } from '@hub/kernel/testing/hand-in-files.js';
import { SubgraphProcesses } from '@hub/kernel/testing/subgraph-processes.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostFailures } from '../src/repository/import-runs.js';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { ended, feed, handIn, notice, readRun, start } from './imports.js';

let hub: Hub;
let recalls: string[];
const processes = new SubgraphProcesses(fileURLToPath(new URL('../dist/main.js', import.meta.url)));
beforeAll(async () => {
  // The one that answers the test imports nothing: the processes that are killed do.
  hub = await subgraphUnderTest(monitoringCenterService, { variables: { IMPORTS_AT_ONCE: '0', IMPORT_LEASE_SECONDS: '1' } });
  recalls = gunzipSync(await readFile(seedFile('cpsc_recalls.jsonl.gz'))).toString().trimEnd().split('\n');
});
afterAll(async () => {
  await processes.killAll();
  await hub.close();
});

const importer = () => processes.start(hub.environment, { IMPORTS_AT_ONCE: '2' });
const rowsDone = async (id: string) => (await readRun(hub, id)).rowsDone;

/** Starts an import of so many recalls that nobody has begun yet. */
async function recallsFrom(first: number, count: number): Promise<string> {
  const file = testFile(recalls.slice(first, first + count).join('\n'));
  await handIn(hub, file, analyst, 'application/x-ndjson');
  return (await start(hub, file, { mapping: 'cpsc-recalls' })).value.id;
}

describe('an import whose process is killed', () => {
  it('is gone on with by another, wherever it was, and ends as one in one go: each row once, each record taken once', async () => {
    const id = await recallsFrom(0, 5000);
    for (const atLeast of [1, 1500, 3000]) {
      const { child } = await importer();
      await eventually(() => rowsDone(id), (done) => done >= atLeast);
      await delay(Math.random() * 200);
      await processes.kill(child);
    }
    const [left, right] = [await importer(), await importer()];
    const run = await ended(hub, id);
    expect(run).toMatchObject({ state: 'COMPLETED', rowsInFile: 5000, rowsDone: 5000, counts: { updated: 0, unchanged: 0 } });
    const rows = await hub.database.importRow.findMany({ where: { importRunId: id }, orderBy: { place: 'asc' }, select: { place: true, outcome: true, number: true } });
    expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1));
    // Had a batch that was taken in before a kill been sent as another, its rows would be UNCHANGED, or stand under other numbers.
    const taken = rows.filter(({ outcome }) => outcome === 'TAKEN');
    expect(taken).toHaveLength(run.counts.taken);
    const records = await hub.database.riskInformation.findMany({ where: { source: 'CPSC' }, select: { number: true } });
    expect(records.map(({ number }) => number).sort()).toEqual(taken.map(({ number }) => number).sort());
    await Promise.all([processes.kill(left.child), processes.kill(right.child)]);
  }, 180_000);
});

describe('an import that has ended its process too often', () => {
  it('is given up, and the next of its source goes on', async () => {
    const [bad, good] = [feed([notice('bad')]), feed([notice('good')])];
    for (const file of [bad, good]) await handIn(hub, file);
    const [{ value: given }, { value: next }] = [await start(hub, bad), await start(hub, good)];
    await hub.database.importRun.update({ where: { id: given.id }, data: { failures: mostFailures } });
    const { child } = await importer();
    expect(await ended(hub, given.id)).toMatchObject({ state: 'REFUSED', rowsDone: 0, refusal: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(await ended(hub, next.id)).toMatchObject({ state: 'COMPLETED', counts: { taken: 1 } });
    await processes.kill(child);
  }, 60_000);
});

describe('of one source', () => {
  it('one import at a time goes on, in the order in which they were started, however many processes there are', async () => {
    const ids = [await recallsFrom(5000, 1200), await recallsFrom(6000, 1200)];
    const other = feed([notice('other')]);
    await handIn(hub, other);
    const { value } = await start(hub, other);
    const importers = [await importer(), await importer()];
    const runs = [await ended(hub, ids[0] ?? ''), await ended(hub, ids[1] ?? '')];
    expect(runs.map(({ state, counts }) => [state, counts.refused])).toEqual([['COMPLETED', 0], ['COMPLETED', 0]]);
    expect((await ended(hub, value.id)).state).toBe('COMPLETED');
    const log = await hub.database.$queryRaw<{ subject_id: string }[]>`SELECT subject_id FROM kernel.event WHERE subject_id = ANY(${ids}::text[]) AND kind <> 'ImportStarted' ORDER BY position`;
    const told = log.map(({ subject_id: subject }) => subject);
    expect(told.lastIndexOf(ids[0] ?? '')).toBeLessThan(told.indexOf(ids[1] ?? ''));
    await Promise.all(importers.map(({ child }) => processes.kill(child)));
  }, 120_000);
});

describe('an import that is cancelled', () => {
  it('goes no further; what was taken in stays, and is told', async () => {
    // Far more than are under way at once: what has begun comes to its end.
    const guids = Array.from({ length: 12_000 }, (_, index) => `cancelled-${index}`);
    const file = feed(guids.map((guid) => notice(guid)));
    await handIn(hub, file);
    const { id } = (await start(hub, file)).value;
    const { child } = await importer();
    await eventually(() => rowsDone(id), (done) => done > 0);
    const [outcome] = await act(hub, analyst, 'cancelImport', [{ idempotencyKey: randomUUID(), importRunId: id, reason: '选错文件' }], 'id state');
    expect(outcome).toMatchObject({ refusal: null, value: { state: 'CANCELLED' } });
    const lease = () => hub.database.importRun.findUniqueOrThrow({ where: { id } });
    await eventually(lease, ({ leaseId }) => leaseId === null);
    const run = await readRun(hub, id);
    expect(run).toMatchObject({ state: 'CANCELLED', cancelled: { userId: 'center.1' }, cancelReason: '选错文件' });
    expect(run.rowsDone).toBeLessThan(guids.length);
    const numbers = await hub.database.importRow.findMany({ where: { importRunId: id, outcome: { in: ['TAKEN', 'UPDATED'] } }, select: { number: true } });
    const told = await hub.database.$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM risk_information WHERE number = ANY(${numbers.map(({ number }) => number)}::text[])`;
    expect(told).toEqual([{ count: run.counts.taken }]);
    expect(await hub.database.riskInformation.count({ where: { sourceKey: { startsWith: 'cancelled-' } } })).toBe(run.counts.taken);
    await processes.kill(child);
  }, 60_000);

  it('before it was begun is never begun', async () => {
    const file = feed([notice('never')]);
    await handIn(hub, file);
    const { value } = await start(hub, file);
    await act(hub, analyst, 'cancelImport', [{ idempotencyKey: randomUUID(), importRunId: value.id, reason: 'r' }], 'id');
    const { child } = await importer();
    const next = feed([notice('next')]);
    await handIn(hub, next);
    await ended(hub, (await start(hub, next)).value.id);
    expect(await readRun(hub, value.id)).toMatchObject({ state: 'CANCELLED', rowsDone: 0, rowsInFile: null });
    await processes.kill(child);
  }, 60_000);
});

describe('an import whose starter has lost the role', () => {
  it('takes nothing in under their name any more', async () => {
    const file = feed([notice('gone')]);
    await handIn(hub, file, { identity: 'center', user: 2 });
    const { value } = await start(hub, file, {}, { identity: 'center', user: 2 });
    await hub.database.$executeRaw`UPDATE kernel.participant_user SET roles = array_remove(roles, 'ANALYST') WHERE id = 'center.2'`;
    const { child } = await importer();
    expect(await ended(hub, value.id)).toMatchObject({ state: 'REFUSED', rowsDone: 0, refusal: { code: 'IMPORT_STARTER_GONE' } });
    expect(await hub.database.riskInformation.count({ where: { sourceKey: 'gone' } })).toBe(0);
    await processes.kill(child);
  }, 60_000);
});

import { createWriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { ImportStopped } from '@hub/imports/running/import-stopped.js';
import { refusedFileOf } from '@hub/imports/running/refused-rows.js';
import { isPassing } from '@hub/imports/running/take-items.js';
import { CommandRefused } from '../command-refused.js';
import type { Beginning } from './beginning.js';
import { countsInWords } from './counts-in-words.js';
import type { HubOptions } from './hub-at.js';
import { HubAway, HubDesk, HubRefused } from './hub-desk.js';
import { writeRun, type HubRun } from './import-folder.js';
import { ImportProgress } from './import-progress.js';
import { hashOfFile } from './local-source.js';

/** Milliseconds between two questions: to a hub that is away, and how far an import is. */
const waits = { first: 50, longest: 1_000 };

/** How far an import is, as the hub tells. */
interface ToldRun {
  readonly id: string;
  readonly state: 'STARTED' | 'COMPLETED' | 'REFUSED' | 'CANCELLED';
  readonly rowsInFile: number | null;
  readonly rowsDone: number;
  readonly counts: Readonly<Record<'taken' | 'updated' | 'unchanged' | 'leftOut' | 'refused' | 'repaired', number>>;
  readonly refusal: { readonly code: string; readonly message: string } | null;
  readonly reportPath: string | null;
  readonly refusedRowsPath: string | null;
}

const toldFields = 'id state rowsInFile rowsDone counts { taken updated unchanged leftOut refused repaired } refusal { code message } reportPath refusedRowsPath';

/** Notes what the import is, before the hub hears of it. */
export async function beginInHub(folder: string, { path, read: { mapping }, given, mended }: Beginning): Promise<HubRun> {
  const run: HubRun = { inHub: true, run: randomUUID(), mapping: mapping.mapping, mappingVersion: mapping.version, source: path, sourceHash: await hashOfFile(path), mended, given, refusedFile: refusedFileOf(mapping.format) };
  await writeRun(folder, run);
  return run;
}

/**
 * Has the hub import a file, follows it, and fetches what became of its rows. Whatever was done of this before is found done.
 * @returns the exit code; undefined where the hub does not do so: it has no such mapping, or takes no file of this size
 * @throws ImportStopped, CommandRefused
 */
export async function goOnInHub(folder: string, run: HubRun, options: HubOptions & { readonly patience: number }, stopping: AbortSignal): Promise<number | undefined> {
  const desk = await HubDesk.at(options);
  const patiently = <Result>(ask: () => Promise<Result>) => asked(ask, options.patience * 1000, stopping);
  const id = await patiently(() => startedRun(desk, run));
  if (id === undefined) return undefined;
  try {
    return await followedThrough(folder, run, { desk, id, patiently, stopping });
  } catch (error) {
    // What the folder knows leads back to what goes on in the hub.
    if (error instanceof ImportStopped || error instanceof CommandRefused) throw error;
    throw new ImportStopped((error as Error).message);
  }
}

interface Following {
  readonly desk: HubDesk;
  readonly id: string;
  readonly patiently: <Result>(ask: () => Promise<Result>) => Promise<Result>;
  readonly stopping: AbortSignal;
}

/** Follows an import to its end, and fetches what became of its rows. @returns the exit code */
async function followedThrough(folder: string, run: HubRun, { desk, id, patiently, stopping }: Following): Promise<number> {
  const ended = await follow(() => patiently(() => toldRun(desk, id)), stopping);
  // Nothing of it was taken in, and the folder may be used again.
  if (ended.refusal && ended.rowsDone === 0) throw new CommandRefused(`${ended.refusal.code}: ${ended.refusal.message}`);
  for (const [path, name] of [[ended.reportPath, 'report.csv'], [ended.counts.refused > 0 ? ended.refusedRowsPath : null, run.refusedFile]] as const) {
    if (path !== null) await patiently(() => fetchInto(desk, path, join(folder, name)));
  }
  const { taken, updated, unchanged, leftOut, refused, repaired } = ended.counts;
  console.log(`${countsInWords({ TAKEN: taken, UPDATED: updated, UNCHANGED: unchanged, LEFT_OUT: leftOut, REFUSED: refused, repaired })}. Report: ${join(folder, 'report.csv')}`);
  if (ended.state !== 'COMPLETED') {
    console.error(ended.refusal ? `${ended.refusal.code}: ${ended.refusal.message}` : 'It was cancelled in the hub.');
    return 3;
  }
  if (refused > 0) console.log(`Mend ${join(folder, run.refusedFile)} and import it with --mended.`);
  return refused > 0 ? 1 : 0;
}

/** What keeps a hub from importing a file by itself, and not from taking its rows in; of an empty one it is said here what is wrong with it. */
const notOffered = new Set<unknown>(['IMPORT_MAPPING_UNKNOWN', 'FILE_TOO_LARGE', 'FILE_EMPTY']);

/** Starts the import, by a key of its own, so that it is started once; the file is handed in where the hub has it not. */
async function startedRun(desk: HubDesk, { run, sourceHash, mapping, mappingVersion, mended, given, source }: HubRun): Promise<string | undefined> {
  const fileHash = `sha-256:${sourceHash}`;
  const start = () => desk.act<{ id: string }>('startImport', { idempotencyKey: run, fileHash, mapping, mappingVersion, mended, given: Object.entries(given).map(([name, value]) => ({ name, value })) }, 'id');
  try {
    return (await start().catch(async (error: unknown) => {
      if (!(error instanceof HubRefused && error.code === 'IMPORT_FILE_NOT_HANDED_IN')) throw error;
      await desk.handIn(source, fileHash);
      return start();
    })).id;
  } catch (error) {
    if (error instanceof HubRefused && notOffered.has(error.code)) return undefined;
    throw error;
  }
}

async function toldRun(desk: HubDesk, id: string): Promise<ToldRun> {
  const { importRun } = await desk.ask<{ importRun: ToldRun | null }>(`query ($id: ID!) { importRun(id: $id) { ${toldFields} } }`, { id });
  if (!importRun) throw new HubRefused(`The import ${id} is not to be seen any more.`);
  return importRun;
}

async function follow(ask: () => Promise<ToldRun>, stopping: AbortSignal): Promise<ToldRun> {
  let progress: ImportProgress | undefined;
  let told: ToldRun | undefined;
  try {
    for (let wait = waits.first; ; wait = Math.min(wait * 2, waits.longest)) {
      told = await ask();
      if (told.state !== 'STARTED') return told;
      if (told.rowsInFile !== null) progress ??= new ImportProgress(told.rowsInFile, told.rowsDone);
      progress?.update(told.rowsDone);
      await delay(wait, undefined, { signal: stopping }).catch(() => undefined);
      stopping.throwIfAborted();
    }
  } catch (error) {
    const done = told?.rowsInFile == null ? '' : ` ${told.rowsDone} of ${told.rowsInFile} rows are done, and the hub goes on by itself.`;
    if (stopping.aborted) throw new ImportStopped(`Stopped.${done}`);
    throw error instanceof ImportStopped ? new ImportStopped(`${error.message}${done}`) : error;
  } finally {
    progress?.end();
  }
}

/** Asks as often as it takes until the hub answers. @throws ImportStopped where it stays away */
async function asked<Result>(ask: () => Promise<Result>, patience: number, stopping: AbortSignal): Promise<Result> {
  const giveUp = Date.now() + patience;
  for (let wait = waits.first; ; wait = Math.min(wait * 2, waits.longest)) {
    try {
      return await ask();
    } catch (error) {
      const isAway = error instanceof HubAway || (error instanceof HubRefused && isPassing(error.code));
      if (!isAway) throw error instanceof HubRefused ? new ImportStopped(error.message) : error;
      const waited = Date.now() + wait <= giveUp && (await delay(wait, true, { signal: stopping }).catch(() => false));
      if (!waited) throw new ImportStopped(error.message);
    }
  }
}

async function fetchInto(desk: HubDesk, path: string, file: string): Promise<void> {
  await pipeline(Readable.from(await desk.fetch(path)), createWriteStream(`${file}.new`, { mode: 0o600 }));
  await rename(`${file}.new`, file);
}

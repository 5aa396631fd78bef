import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileEntries } from '@hub/kernel/files/file-entries.js';
import { ImportFault } from '@hub/imports/import-fault.js';
import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import { greaterOf, greatestOf } from '@hub/imports/running/greatest-of.js';
import { isPassing } from '@hub/imports/running/take-items.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { withEither } from '@hub/kernel/service/with-either.js';
import type { SourceHosts } from '../domain/source-address.js';
import type { UsableMapping } from '../repository/import-mappings.js';
import type { ClaimedPull, PullNote, SourceState } from '../repository/import-pulls.js';
import type { AskOwn } from './ask-own.js';
import { fetchSource, type FetchLimits, type FetchSourceOptions } from './fetch-source.js';
import { ImportRefused } from './import-refused.js';
import type { ImportStore } from './import-store.js';
import { requirePlaceColumn } from './require-place-column.js';

export interface PullSourceOptions extends Pick<FetchSourceOptions, 'dispatcher' | 'signal'> {
  readonly pull: ClaimedPull;
  /** The latest version that imports of its party may use. @throws Refusal where it holds to the contract no more */
  readonly mapping: () => Promise<UsableMapping | undefined>;
  /** Asks the hub in the name of whoever scheduled it. */
  readonly ask: AskOwn;
  /** Whether it is still to be pulled: it may have been paused while the source answered. */
  readonly isActive: () => Promise<boolean>;
  readonly store: ImportStore;
  readonly entries: FileEntries;
  readonly entered: SourceHosts;
  readonly limits: FetchLimits & { /** Bytes that a party may have. */ readonly partyBytes: number; /** For reading the place out of what has come. */ readonly placeSeconds: number };
}

/** Seconds of the lease beside those for which a source is waited for: for what comes before and after. */
export const leaseBeside = 60;
/** Of these, for reading the place. */
export const placeSeconds = 30;
/** Characters of a place, at the most. */
const longestPlace = 200;

const look = 'query Pull($id: ID!) { importPull(id: $id) { id } }';
const start = 'mutation Pull($items: [StartImportInput!]!) { startImport(items: $items) { outcomes { value { id } refusal { code message } } } }';

/**
 * Asks a source whether it has anything new, and has that imported by an import like any other (定时采集, 5.1.1). What would keep it from being imported is asked before: whether
 * the mapping may be used, the hub is there with its audit log, and whoever scheduled it still may.
 */
export async function pullSource(options: PullSourceOptions): Promise<PullNote> {
  const { pull, ask, store, limits } = options;
  const path = join(store.pulled, randomUUID());
  try {
    const mapping = await options.mapping();
    if (!mapping) return { failure: { code: 'IMPORT_PULL_MAPPING_GONE', parameters: { mapping: pull.mapping } }, final: true };
    // Another version may read other columns than the one by which it was scheduled.
    if (pull.cursorColumn !== null) requirePlaceColumn(mapping, pull.cursorColumn, 'cursor.column');
    if (!(await isThere(ask, pull))) return { again: true };
    await mkdir(store.pulled, { recursive: true, mode: 0o700 });
    await removeLeft(store.pulled, Date.now() - (limits.seconds + leaseBeside) * 1000);
    return await pulled(options, mapping, path);
  } catch (error) {
    if (error instanceof Refusal) return { failure: { code: error.code, parameters: error.details.parameters ?? {} }, final: true };
    if (error instanceof ImportRefused) return { failure: error.refusal, final: error.refusal.code === 'IMPORT_STARTER_GONE', askAgainAfter: error.askAgainAfter };
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

/** Removes what processes have left that were killed while a source answered: it can hold personal data. */
async function removeLeft(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < before) await rm(join(folder, name), { force: true });
  }
}

async function pulled({ pull, ask, isActive, store, entries, entered, limits, dispatcher, signal }: PullSourceOptions, mapping: UsableMapping, path: string): Promise<PullNote> {
  const { holder: partyId, cursorColumn, cursorValue } = pull;
  const url = addressOf(pull);
  const before = stateAt(pull, url, mapping);
  const source = await fetchSource({ url, known: before, mayBeNothing: cursorColumn !== null, path, entered, dispatcher, limits, signal });
  const hash = source?.hashes.sha256;
  if (!source || hash === undefined || hash === before?.hash) return { unchanged: true };
  if (!(await isActive())) return { again: true };
  if ((await entries.bytesOf(partyId)) + source.size > limits.partyBytes) throw new ImportRefused({ code: 'IMPORT_SOURCE_TOO_LARGE', parameters: { limit: limits.partyBytes } });
  const place = cursorColumn === null ? null : await placeAfter(cursorValue, path, mapping, cursorColumn, { seconds: limits.placeSeconds, signal });
  await store.place(path, partyId, hash);
  await entries.enter(source.hashes, { partyId, userId: (pull.reader as { userId: string }).userId, size: source.size, mediaType: 'application/octet-stream' });
  const started = await startedBy(ask, {
    // The same content is imported once by one version, also where a process ended before it could be noted.
    idempotencyKey: `pull ${pull.id} ${pull.runs} ${mapping.name}@${mapping.version} ${hash}`,
    ...{ fileHash: hash, mapping: mapping.name, mappingVersion: mapping.version },
    given: Object.entries(pull.given as Record<string, string>).map(([name, value]) => ({ name, value })),
  });
  if (started === undefined) return { again: true };
  const { etag, lastModified } = source;
  return { started, pending: { url, mapping: mapping.name, mappingVersion: mapping.version, etag, lastModified, hash, cursorValue: place } };
}

/** The address, with the place from which on the source is asked. */
function addressOf({ url, cursorParameter, cursorValue }: ClaimedPull): string {
  const address = new URL(url);
  if (cursorParameter !== null && cursorValue !== null) address.searchParams.set(cursorParameter, cursorValue);
  return address.href;
}

/** The state that was taken in last, where that is of this address and this version. */
function stateAt({ taken }: ClaimedPull, url: string, { name, version }: UsableMapping): SourceState | undefined {
  const state = taken as unknown as SourceState | null;
  return state?.url === url && state.mapping === name && state.mappingVersion === version ? state : undefined;
}

/** The place that the records lead to, which is never one before the one that was. @throws ImportRefused IMPORT_CURSOR_VALUE, IMPORT_CURSOR_TIMED_OUT */
async function placeAfter(known: string | null, path: string, mapping: UsableMapping, column: string, { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal }): Promise<string | null> {
  const late = AbortSignal.timeout(seconds * 1000);
  const place = await withEither([late, signal], (stopping) => placeIn(path, mapping, column, stopping)).catch((error: unknown) => {
    if (!late.aborted || signal.aborted) throw error;
    throw new ImportRefused({ code: 'IMPORT_CURSOR_TIMED_OUT', parameters: { seconds } });
  });
  if (place === undefined) return known;
  // It goes into the database and into an address.
  if (place.length > longestPlace || /[\p{Cc}\p{Surrogate}]/u.test(place)) throw new ImportRefused({ code: 'IMPORT_CURSOR_VALUE', parameters: { column, limit: longestPlace } });
  return known === null ? place : greaterOf(known, place);
}

/** The place that the records lead to; none in a file that cannot be read, which the import itself says. */
async function placeIn(path: string, { text, name }: UsableMapping, column: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await greatestOf(path, readMapping(text, name).mapping, column, signal);
  } catch (error) {
    if (error instanceof ImportFault) return undefined;
    throw error;
  }
}

/** Whether the hub is there, and shows the pull to whoever scheduled it. @throws ImportRefused where it does not */
async function isThere(ask: AskOwn, { id }: ClaimedPull): Promise<boolean> {
  const { data, errors = [] } = await ask({ query: look, variables: { id } });
  if (data?.['importPull']) return true;
  const [error] = errors;
  if (!error) throw new ImportRefused({ code: 'IMPORT_STARTER_GONE', parameters: {} });
  requirePassing(error.extensions?.code);
  return false;
}

/** @returns the id of the import; undefined where the hub is away @throws ImportRefused where it does not start it */
async function startedBy(ask: AskOwn, item: object): Promise<string | undefined> {
  const { data, errors = [] } = await ask({ query: start, variables: { items: [item] } });
  const outcome = (data?.['startImport'] as { outcomes: readonly { value: { id: string } | null; refusal: { code: string } | null }[] } | null | undefined)?.outcomes[0];
  if (outcome?.value) return outcome.value.id;
  requirePassing(outcome?.refusal?.code ?? errors[0]?.extensions?.code);
  return undefined;
}

/** @throws ImportRefused IMPORT_NOT_LET_ON where what the hub answers does not pass by itself */
function requirePassing(code: unknown): void {
  if (isPassing(code)) return;
  throw new ImportRefused({ code: 'IMPORT_NOT_LET_ON', parameters: { problem: { en: `the hub answers ${String(code)}.`, 'zh-CN': `资源库返回 ${String(code)}。` } } });
}

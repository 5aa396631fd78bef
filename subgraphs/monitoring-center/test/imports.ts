import { askFiles, send, testFile, type Answered, type TestFile } from '@hub/kernel/testing/hand-in-files.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { randomUUID } from 'node:crypto';
import { importsPath } from '../src/domain/imports-path.js';
import { act, analyst, type Hub, type TestedOutcome } from './acts.js';

type Asker = Parameters<typeof askFiles>[1];
const inBase64 = (text: string) => Buffer.from(text).toString('base64');

/** Hands a file in to be imported, whole. */
export async function handIn(hub: Hub, file: Pick<TestFile, 'content' | 'hash'>, asker: Exclude<Asker, undefined> = analyst, filetype = 'application/xml'): Promise<Answered> {
  const metadata = `hash ${inBase64(file.hash)},filetype ${inBase64(filetype)}`;
  const begun = await askFiles(hub, asker, 'POST', `${importsPath}/uploads`, { 'upload-length': String(file.content.length), 'upload-metadata': metadata });
  return begun.status === 201 ? send(hub, asker, String(begun.headers['location']), 0, file.content) : begun;
}

export const runFields = `id revision state mapping mappingVersion source fileHash mended rowsInFile rowsDone counts { taken updated unchanged leftOut refused repaired }
  refusal { code message } endedAt started { userId } cancelled { userId } cancelReason reportPath refusedRowsPath fileKeptUntil
  reportRows { place row key outcome number repairs field rule value message }`;

export interface TestedRow {
  readonly place: number;
  readonly row: number;
  readonly key: string;
  readonly outcome: string;
  readonly number: string | null;
  readonly repairs: string | null;
  readonly field: string | null;
  readonly rule: string | null;
  readonly value: string | null;
  readonly message: string | null;
}

export interface TestedRun {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly rowsInFile: number | null;
  readonly rowsDone: number;
  readonly counts: Readonly<Record<'taken' | 'updated' | 'unchanged' | 'leftOut' | 'refused' | 'repaired', number>>;
  readonly refusal: { readonly code: string; readonly message: string } | null;
  readonly refusedRowsPath: string | null;
  readonly fileKeptUntil: string | null;
  readonly reportRows: readonly TestedRow[];
  readonly [field: string]: unknown;
}

/** Starts an import of a file that was handed in. */
export async function start(hub: Hub, { hash }: Pick<TestFile, 'hash'>, input: object = {}, asker: Exclude<Asker, undefined> = analyst): Promise<TestedOutcome> {
  const [outcome] = await act(hub, asker, 'startImport', [{ idempotencyKey: randomUUID(), fileHash: hash, mapping: 'web-notices', mappingVersion: 1, ...input }], 'id revision state');
  if (!outcome) throw new Error('The act has no outcome.');
  return outcome;
}

export async function readRun(hub: Hub, id: string, asker: Exclude<Asker, undefined> = analyst): Promise<TestedRun> {
  const { data } = await hub.ask<{ importRun: TestedRun }>(asker, `query ($id: ID!) { importRun(id: $id) { ${runFields} } }`, { id });
  return data.importRun;
}

/** The import when it has ended. */
export function ended(hub: Hub, id: string): Promise<TestedRun> {
  return eventually(() => readRun(hub, id), ({ state }) => state !== 'STARTED');
}

/** Hands a file in, imports it, and waits until it has ended. */
export async function imported(hub: Hub, file: TestFile, input: object = {}): Promise<TestedRun> {
  await handIn(hub, file);
  const { value, refusal } = await start(hub, file, input);
  if (refusal) throw new Error(JSON.stringify(refusal));
  return ended(hub, value.id);
}

/** A feed of notices. */
export function feed(items: readonly Readonly<Record<string, string>>[]): TestFile {
  return testFile(`<rss>${items.map((item) => `<item>${Object.entries(item).map(([name, value]) => `<${name}>${value}</${name}>`).join('')}</item>`).join('')}</rss>`);
}

export const notice = (guid: string, changes: Readonly<Record<string, string>> = {}) => ({ guid, product: `水壶 ${guid}`, hazard: '漏电', description: '外壳带电', date: '2026-03-01', ...changes });

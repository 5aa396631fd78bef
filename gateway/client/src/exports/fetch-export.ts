import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { exportFileNames } from './export-file-names.js';
import { ExportRefused, type HubExports, type ToldExport } from './hub-exports.js';

export interface ExportToFetch {
  readonly hub: HubExports;
  /** What `POST /exports` takes. */
  readonly request: object;
  readonly file: string;
  /** How often it goes on by itself where nothing came any more, and after how many milliseconds. */
  readonly patience?: { readonly times: number; readonly wait: number };
  readonly onProgress?: (told: { readonly bytes: number; readonly export: ToldExport }) => void;
}

/** What ends by itself, or by a newer token. */
const passing = new Set(['EXPORT_UNDER_WAY', 'EXPORT_TIME', 'UPSTREAM_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'AUDIT_UNAVAILABLE', 'LIMIT_TIME_MS', '502', '503', '504']);

/**
 * Fetches a list as a file, with manifest, signature and keys beside it. What came before a break stays as a part, with which the same call goes on.
 * @throws ExportRefused, and the last failure of the connection
 */
export async function fetchExport({ hub, request, file, patience = { times: 20, wait: 1_000 }, onProgress }: ExportToFetch): Promise<ToldExport> {
  const names = exportFileNames(file);
  let begun = await goneOnWith(hub, names.begun, request);
  if (!begun) {
    begun = await hub.begin(request);
    await rm(names.part, { force: true });
    await writeFile(names.begun, JSON.stringify({ id: begun.id, request }));
  }
  const { id } = begun;
  for (let failed = 0; ; failed += 1) {
    const before = await sizeOf(names.part);
    try {
      await append(hub, id, names.part, (bytes) => void hub.find(id).then((told) => onProgress?.({ bytes, export: told }), () => undefined));
      const told = await hub.find(id);
      if (told.state === 'COMPLETE') break;
      throw new ExportRefused(told.problem?.code ?? 'EXPORT_UNFINISHED', told.problem?.message ?? 'The file ended too early.');
    } catch (error) {
      const cause = await causeOf(hub, id, error);
      if (cause instanceof ExportRefused && !passing.has(cause.code)) throw cause;
      if ((await sizeOf(names.part)) > before) failed = 0;
      if (failed >= patience.times) throw cause;
      await delay(patience.wait);
    }
  }
  await writeFile(names.manifest, await hub.text(`/exports/${id}/manifest.json`));
  await writeFile(names.signature, await hub.text(`/exports/${id}/manifest.jws`));
  await writeFile(names.keys, await hub.text('/.well-known/export-keys.json'));
  await rename(names.part, file);
  await rm(names.begun, { force: true });
  return hub.find(id);
}

/** The export of a part that lies there already, where it asks the same and the hub still knows it. */
async function goneOnWith(hub: HubExports, path: string, request: object): Promise<ToldExport | undefined> {
  const kept = JSON.parse(await readFile(path, 'utf8').catch(() => 'null')) as { id: string; request: object } | null;
  if (!kept || JSON.stringify(kept.request) !== JSON.stringify(request)) return undefined;
  return hub.find(kept.id).catch((error: unknown) => {
    if (error instanceof ExportRefused && error.code === 'EXPORT_UNKNOWN') return undefined;
    throw error;
  });
}

async function append(hub: HubExports, id: string, path: string, onBytes: (bytes: number) => void): Promise<void> {
  const part = await open(path, 'a');
  try {
    const { from, bytes } = await hub.fetch(id, (await part.stat()).size);
    await part.truncate(from);
    let size = from;
    let told = Date.now();
    for await (const chunk of bytes) {
      await part.appendFile(chunk);
      size += chunk.length;
      if (Date.now() - told < 1_000) continue;
      told = Date.now();
      onBytes(size);
    }
  } finally {
    await part.close();
  }
}

/** A connection that broke says nothing; the hub says why, where it can be asked. */
async function causeOf(hub: HubExports, id: string, error: unknown): Promise<unknown> {
  if (error instanceof ExportRefused) return error;
  const problem = await hub.find(id).then((told) => told.problem, () => null);
  return problem ? new ExportRefused(problem.code, problem.message) : error;
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(({ size }) => size, () => 0);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readMapping, type ReadMapping } from '@hub/imports/mapping/read-mapping.js';
import { ImportStopped } from '@hub/imports/running/import-stopped.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { claimFolder } from '../import/claim-folder.js';
import { givenValues } from '../import/given-values.js';
import { hubAt, type HubOptions } from '../import/hub-at.js';
import { runIn } from '../import/import-folder.js';
import { beginHere, goOnHere, resumeHere } from '../import/import-here.js';
import { beginInHub, goOnInHub } from '../import/import-in-hub.js';
import { hashOfFile, localSource } from '../import/local-source.js';
import { mappingAt, type NamedMapping } from '../import/mapping-at.js';
import { preview } from '../import/preview.js';
import { localeNamed, toldIn } from '../import/told-in.js';

export interface ImportOptions extends HubOptions {
  readonly mapping?: string;
  /** Folder of the report. */
  readonly report?: string;
  /** Folder of an import that was cut off. */
  readonly resume?: string;
  readonly preview?: boolean | string;
  readonly mended: boolean;
  /** Each as name=value. */
  readonly given: readonly string[];
  /** Seconds for which a hub that is away is asked again. */
  readonly patience: number;
}

/** Imports a source by a mapping, shows what would become of its first rows, or goes on with an import that was cut off. */
export function importFile(source: string | undefined, options: ImportOptions): Promise<void> {
  const locale = localeOrEnglish(options.lang);
  return withExitCode(() =>
    toldIn(locale, async () => {
      localeNamed(options.lang);
      if (options.resume !== undefined) return resumed(resolve(options.resume), options);
      if (source === undefined || options.mapping === undefined) throw new CommandRefused('What is to be imported? For example: hub import --mapping cpsc-recalls recalls.jsonl.gz');
      const named = await mappingAt(options.mapping, options);
      const read = readMapping(named.text, named.name);
      const given = givenValues(options.given, read.mapping, locale);
      if (options.preview !== undefined && options.preview !== false) return show(source, read, given, options);
      await hubAt(options); // before a long file is read
      return begun(source, { named, read, given }, options);
    }),
  );
}

interface Wanted {
  readonly named: NamedMapping;
  readonly read: ReadMapping;
  readonly given: Readonly<Record<string, string>>;
}

/**
 * Has the hub read a file by a mapping that it has, and reads it here where the mapping is a file, which nobody has approved, or where something in it is
 * personal: what no field is made of never leaves this machine then.
 */
async function begun(source: string, { named: { text, isFile }, read, given }: Wanted, options: ImportOptions): Promise<number> {
  const folder = resolve(options.report ?? `import-${read.mapping.mapping}-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`);
  const release = await claimFolder(folder, source);
  const orRelease = <Result>(work: Promise<Result>) =>
    work.catch(async (error: unknown) => {
      if (!(error instanceof ImportStopped)) await release();
      throw error;
    });
  const beginning = { path: await orRelease(localSource(source, folder)), text, read, given, mended: options.mended };
  if (!isFile && read.mapping.personal.length === 0) {
    const run = await orRelease(beginInHub(folder, beginning));
    const code = await untilStopped(folder, (stopping) => orRelease(goOnInHub(folder, run, options, stopping)));
    if (code !== undefined) return code;
  }
  const here = await orRelease(beginHere(folder, beginning));
  return (await untilStopped(folder, (stopping) => goOnHere(folder, here, options, stopping))) ?? 0;
}

async function resumed(folder: string, options: ImportOptions): Promise<number> {
  const run = await runIn(folder);
  if ((await hashOfFile(run.source).catch(() => '')) !== run.sourceHash) throw new CommandRefused(`${run.source} is no longer what the import began with. Put it back, or begin anew without --resume.`);
  const code = await untilStopped(folder, async (stopping) => ('inHub' in run ? goOnInHub(folder, run, options, stopping) : goOnHere(folder, await resumeHere(folder, run), options, stopping)));
  if (code === undefined) throw new CommandRefused(`The hub does not import this file by itself any more, by the mapping ${run.mapping} in this version or for its size. Begin anew without --resume, with another --report.`);
  return code;
}

/** Goes on with an import until it ends, or whoever runs it wants it to. @param work gives the exit code */
async function untilStopped(folder: string, work: (stopping: AbortSignal) => Promise<number | undefined>): Promise<number | undefined> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(stopping.signal);
  } catch (error) {
    if (!(error instanceof ImportStopped)) throw error;
    console.error(`${error.message} Go on with: hub import --resume ${folder}`);
    return 2;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function show(source: string, read: ReadMapping, given: Readonly<Record<string, string>>, options: ImportOptions): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'hub-import-'));
  try {
    const count = typeof options.preview === 'string' ? Number(options.preview) : 10;
    if (!(Number.isInteger(count) && count > 0)) throw new CommandRefused(`"${String(options.preview)}" is no number of rows. Right would be, for example, --preview 20.`);
    for await (const line of preview(await localSource(source, scratch), read, count, localeNamed(options.lang), { mended: options.mended, given })) console.log(line);
    return 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function localeOrEnglish(lang: string) {
  return lang === 'zh-CN' ? 'zh-CN' : 'en';
}

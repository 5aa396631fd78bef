import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readMapping, type ReadMapping } from '@hub/imports/mapping/read-mapping.js';
import { ImportStopped } from '@hub/imports/running/import-stopped.js';
import { readThrough } from '@hub/imports/running/read-through.js';
import { takeInRows } from '@hub/imports/running/take-in-rows.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { askHub } from '../import/ask-hub.js';
import { claimFolder } from '../import/claim-folder.js';
import { givenValues } from '../import/given-values.js';
import { hubAt, type HubOptions } from '../import/hub-at.js';
import { countsInWords } from '../import/counts-in-words.js';
import { ImportFolder } from '../import/import-folder.js';
import { ImportProgress } from '../import/import-progress.js';
import { hashOfFile, localSource } from '../import/local-source.js';
import { mappingAt } from '../import/mapping-at.js';
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
      if (options.resume !== undefined) return goOn(...(await resumed(resolve(options.resume))), options);
      if (source === undefined || options.mapping === undefined) throw new CommandRefused('What is to be imported? For example: hub import --mapping cpsc-recalls recalls.jsonl.gz');
      const { name, text } = await mappingAt(options.mapping, options);
      const read = readMapping(text, name);
      const given = givenValues(options.given, read.mapping, locale);
      if (options.preview !== undefined && options.preview !== false) return show(source, read, given, options);
      await hubAt(options); // before a long file is read
      const folder = resolve(options.report ?? `import-${read.mapping.mapping}-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`);
      const release = await claimFolder(folder, source);
      const begun = await begin(folder, { source, text, read, given, mended: options.mended }).catch(async (error: unknown) => {
        await release();
        throw error;
      });
      return goOn(folder, begun, read, options);
    }),
  );
}

interface Beginning {
  readonly source: string;
  /** Of the mapping. */
  readonly text: string;
  readonly read: ReadMapping;
  readonly given: Readonly<Record<string, string>>;
  readonly mended: boolean;
}

/** Reads the source to its end, with nothing sent, and notes what the import is. */
async function begin(folder: string, { source, text, read, given, mended }: Beginning): Promise<ImportFolder> {
  const path = await localSource(source, folder);
  const rows = (await readThrough(path, read, { mended, given })) ?? 0;
  await writeFile(join(folder, 'mapping.yaml'), text, { flag: 'wx', mode: 0o600 });
  const run = { run: randomUUID(), mapping: read.mapping.mapping, source: path, sourceHash: await hashOfFile(path), mended, given, rows };
  return ImportFolder.begin(folder, run, read.mapping.format);
}

async function resumed(folder: string): Promise<[string, ImportFolder, ReadMapping]> {
  const run = await ImportFolder.runIn(folder);
  const read = readMapping(await readFile(join(folder, 'mapping.yaml'), 'utf8'), run.mapping);
  if ((await hashOfFile(run.source).catch(() => '')) !== run.sourceHash) throw new CommandRefused(`${run.source} is no longer what the import began with. Put it back, or begin anew without --resume.`);
  return [folder, await ImportFolder.resume(folder, run, read.mapping.format), read];
}

async function goOn(path: string, folder: ImportFolder, read: ReadMapping, options: ImportOptions): Promise<number> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const progress = new ImportProgress(folder.run.rows, folder.rows);
  try {
    const finished = await takeInRows(folder, read, { ask: askHub(await hubAt(options)), locale: localeNamed(options.lang), patience: options.patience * 1000, stopping: stopping.signal, onBatch: (done) => progress.update(done) });
    progress.end();
    console.log(`${countsInWords(folder.counts)}. Report: ${join(path, 'report.csv')}`);
    if (!finished) throw new ImportStopped('Stopped.');
    if (folder.counts.REFUSED > 0) console.log(`Mend ${join(path, folder.refusedFile)} and import it with --mended.`);
    return folder.counts.REFUSED > 0 ? 1 : 0;
  } catch (error) {
    progress.end();
    if (!(error instanceof ImportStopped)) throw error;
    console.error(`${error.message} ${folder.rows} of ${folder.run.rows} rows are done. Go on with: hub import --resume ${path}`);
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

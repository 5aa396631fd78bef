import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMapping, type ReadMapping } from '@hub/imports/mapping/read-mapping.js';
import { ImportStopped } from '@hub/imports/running/import-stopped.js';
import { readThrough } from '@hub/imports/running/read-through.js';
import { ofRequests, takeInRows } from '@hub/imports/running/take-in-rows.js';
import type { Beginning } from './beginning.js';
import { hubAt, type HubOptions } from './hub-at.js';
import { ImportFolder, type FolderRun } from './import-folder.js';
import { ImportProgress } from './import-progress.js';
import { hashOfFile } from './local-source.js';
import { takeInAt } from './take-in-at.js';
import { countsInWords } from './counts-in-words.js';
import { localeNamed } from './told-in.js';

/** An import of which the rows are read here. */
export interface ImportHere {
  readonly folder: ImportFolder;
  readonly read: ReadMapping;
}

/** Reads the source to its end, with nothing sent, and notes what the import is. */
export async function beginHere(folder: string, { path, text, read, given, mended }: Beginning): Promise<ImportHere> {
  const rows = (await readThrough(path, read, mended)) ?? 0;
  await writeFile(join(folder, 'mapping.yaml'), text, { flag: 'wx', mode: 0o600 });
  const run = { run: randomUUID(), mapping: read.mapping.mapping, source: path, sourceHash: await hashOfFile(path), mended, given, rows };
  return { folder: await ImportFolder.begin(folder, run, read.mapping.format), read };
}

/** An import that was cut off, where it was. */
export async function resumeHere(folder: string, run: FolderRun): Promise<ImportHere> {
  const read = readMapping(await readFile(join(folder, 'mapping.yaml'), 'utf8'), run.mapping);
  return { folder: await ImportFolder.resume(folder, run, read.mapping.format), read };
}

/** Sends the rows that are not done yet. @returns the exit code @throws ImportStopped */
export async function goOnHere(path: string, { folder, read }: ImportHere, options: HubOptions & { readonly patience: number }, stopping: AbortSignal): Promise<number> {
  const progress = new ImportProgress(folder.run.rows, folder.rows);
  try {
    const finished = await takeInRows(folder, read, { takeIn: takeInAt(await hubAt(options), read), most: ofRequests, locale: localeNamed(options.lang), patience: options.patience * 1000, stopping, onBatch: (done) => progress.update(done) });
    progress.end();
    console.log(`${countsInWords(folder.counts)}. Report: ${join(path, 'report.csv')}`);
    if (!finished) throw new ImportStopped('Stopped.');
    if (folder.counts.REFUSED > 0) console.log(`Mend ${join(path, folder.refusedFile)} and import it with --mended.`);
    return folder.counts.REFUSED > 0 ? 1 : 0;
  } catch (error) {
    progress.end();
    if (!(error instanceof ImportStopped)) throw error;
    throw new ImportStopped(`${error.message} ${folder.rows} of ${folder.run.rows} rows are done.`);
  }
}

import { open, readFile, rename, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Format } from '@hub/imports/mapping/mapping.js';
import { countedWith, noCounts, type ImportCounts } from '@hub/imports/running/import-counts.js';
import type { ImportJournal, ImportRun, RefusedRow } from '@hub/imports/running/import-journal.js';
import { asCsv, refusedFileOf, refusedRows } from '@hub/imports/running/refused-rows.js';
import { reportColumns, type ReportLine } from '@hub/imports/running/report-lines.js';
import { CommandRefused } from '../command-refused.js';

/** What the import of a folder is. */
export interface FolderRun extends ImportRun {
  readonly mapping: string;
  /** SHA-256 of the source, so that no other is taken for it. */
  readonly sourceHash: string;
}

/** What the import of a folder is of which the hub reads the rows (gateway/docs/adr/0040-imports-in-the-hub.md). */
export interface HubRun extends Omit<FolderRun, 'rows'> {
  readonly inHub: true;
  readonly mappingVersion: number;
  /** Name of the file of refused rows. */
  readonly refusedFile: string;
}

/** The run that a folder holds. @throws CommandRefused */
export async function runIn(folder: string): Promise<FolderRun | HubRun> {
  const text = await readFile(join(folder, 'run.json'), 'utf8').catch(() => '');
  // Empty until the import begins to send: claim-folder.ts.
  if (text === '') throw new CommandRefused(`In ${folder} lies no import that had begun to send. Begin it anew, without --resume, in another folder or when you have removed this one.`);
  return JSON.parse(text) as FolderRun | HubRun;
}

/** Notes what an import is, whole or not at all. */
export function writeRun(folder: string, run: FolderRun | HubRun): Promise<void> {
  return writeThrough(join(folder, 'run.json'), run);
}

async function writeThrough(path: string, content: object): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(content, null, 2));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

/** How far an import is: rows that are done, what became of them, and how long its files were then. */
interface Progress {
  readonly rows: number;
  readonly counts: ImportCounts;
  readonly sizes: Readonly<Record<string, number>>;
}

/**
 * The folder of an import: `run.json`, `progress.json`, `report.csv`, and the refused rows. After each batch the files are written
 * through to the disk before it is noted how far the import is; what a kill has left beyond that is cut off when it is resumed.
 */
export class ImportFolder implements ImportJournal {
  readonly run: FolderRun;
  readonly #folder: string;
  readonly #format: Format;
  #progress: Progress;

  private constructor(folder: string, run: FolderRun, format: Format, progress: Progress) {
    this.run = run;
    this.#folder = folder;
    this.#format = format;
    this.#progress = progress;
  }

  /** In a folder that was claimed for it. */
  static async begin(folder: string, run: FolderRun, format: Format): Promise<ImportFolder> {
    const begun = new ImportFolder(folder, run, format, { rows: 0, counts: noCounts, sizes: {} });
    await writeRun(folder, run);
    await begun.#write('progress.json', begun.#progress);
    return begun;
  }

  /** Goes on where an import was: what was written after the last note is cut off. */
  static async resume(folder: string, run: FolderRun, format: Format): Promise<ImportFolder> {
    const progress = JSON.parse(await readFile(join(folder, 'progress.json'), 'utf8').catch(() => JSON.stringify({ rows: 0, counts: noCounts, sizes: {} }))) as Progress;
    const resumed = new ImportFolder(folder, run, format, progress);
    for (const name of ['report.csv', resumed.refusedFile]) {
      const path = join(folder, name);
      const size = await stat(path).then((found) => found.size, () => undefined);
      if (size !== undefined) await truncate(path, progress.sizes[name] ?? 0);
    }
    return resumed;
  }

  get refusedFile(): string {
    return refusedFileOf(this.#format);
  }

  get rows(): number {
    return this.#progress.rows;
  }

  get counts(): ImportCounts {
    return this.#progress.counts;
  }

  /** Keeps what became of some rows, in their order. */
  async keep(lines: readonly ReportLine[], refused: readonly RefusedRow[]): Promise<void> {
    const sizes = {
      'report.csv': await this.#append('report.csv', (first) => asCsv(lines, reportColumns, first)),
      [this.refusedFile]: await this.#append(this.refusedFile, (first) => refusedRows(refused, this.#format, first)),
    };
    this.#progress = { rows: this.rows + lines.length, counts: countedWith(this.counts, lines), sizes };
    await this.#write('progress.json', this.#progress);
  }

  async #append(name: string, text: (first: boolean) => string): Promise<number> {
    const file = await open(join(this.#folder, name), 'a', 0o600);
    try {
      const { size } = await file.stat();
      const bytes = Buffer.from(text(size === 0));
      if (bytes.length > 0) {
        await file.writeFile(bytes);
        await file.sync();
      }
      return size + bytes.length;
    } finally {
      await file.close();
    }
  }

  #write(name: string, content: object): Promise<void> {
    return writeThrough(join(this.#folder, name), content);
  }
}

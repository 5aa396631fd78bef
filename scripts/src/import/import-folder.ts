import { open, readFile, rename, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { isTable } from '@hub/imports/reading/is-table.js';
import type { Format } from '@hub/imports/mapping/mapping.js';
import { stringify } from 'csv-stringify/sync';
import { CommandRefused } from '../command-refused.js';
import { noCounts, type ImportCounts } from './import-counts.js';
import { reasonsBeside, reportColumns, type ReportLine } from './report-lines.js';

/** What an import is, noted before its first batch is sent. */
export interface ImportRun {
  readonly run: string;
  readonly mapping: string;
  readonly source: string;
  /** SHA-256 of the source, so that no other is taken for it. */
  readonly sourceHash: string;
  readonly mended: boolean;
  readonly given: Readonly<Record<string, string>>;
  readonly rows: number;
}

/** How far an import is: rows that are done, what became of them, and how long its files were then. */
interface Progress {
  readonly rows: number;
  readonly counts: ImportCounts;
  readonly sizes: Readonly<Record<string, number>>;
}

/** A refused row as it came, with the reason. */
export interface RefusedRow {
  readonly cells: Readonly<Record<string, unknown>>;
  readonly content: string;
  readonly line: ReportLine;
}

/**
 * The folder of an import: `run.json`, `progress.json`, `report.csv`, and the refused rows. After each batch the files are written
 * through to the disk before it is noted how far the import is; what a kill has left beyond that is cut off when it is resumed.
 */
export class ImportFolder {
  readonly run: ImportRun;
  readonly #folder: string;
  readonly #table: boolean;
  #progress: Progress;

  private constructor(folder: string, run: ImportRun, format: Format, progress: Progress) {
    this.run = run;
    this.#folder = folder;
    this.#table = isTable(format);
    this.#progress = progress;
  }

  /** In a folder that was claimed for it. */
  static async begin(folder: string, run: ImportRun, format: Format): Promise<ImportFolder> {
    const begun = new ImportFolder(folder, run, format, { rows: 0, counts: noCounts, sizes: {} });
    await begun.#write('run.json', run);
    await begun.#write('progress.json', begun.#progress);
    return begun;
  }

  /** The run that a folder holds. @throws CommandRefused */
  static async runIn(folder: string): Promise<ImportRun> {
    const text = await readFile(join(folder, 'run.json'), 'utf8').catch(() => '');
    // Empty until the import begins to send: claim-folder.ts.
    if (text === '') throw new CommandRefused(`In ${folder} lies no import that had begun to send. Begin it anew, without --resume, in another folder or when you have removed this one.`);
    return JSON.parse(text) as ImportRun;
  }

  /** Goes on where an import was: what was written after the last note is cut off. */
  static async resume(folder: string, run: ImportRun, format: Format): Promise<ImportFolder> {
    const progress = JSON.parse(await readFile(join(folder, 'progress.json'), 'utf8').catch(() => JSON.stringify({ rows: 0, counts: noCounts, sizes: {} }))) as Progress;
    const resumed = new ImportFolder(folder, run, format, progress);
    for (const name of ['report.csv', resumed.refusedFile]) {
      const path = join(folder, name);
      const size = await stat(path).then((found) => found.size, () => undefined);
      if (size !== undefined) await truncate(path, progress.sizes[name] ?? 0);
    }
    return resumed;
  }

  /** Name of the file of refused rows: CSV of a table, else JSON lines. */
  get refusedFile(): string {
    return this.#table ? 'refused.csv' : 'refused.jsonl';
  }

  get rows(): number {
    return this.#progress.rows;
  }

  get counts(): ImportCounts {
    return this.#progress.counts;
  }

  /** Keeps what became of some rows, in their order. */
  async keep(lines: readonly ReportLine[], refused: readonly RefusedRow[]): Promise<void> {
    const counts = { ...this.counts };
    for (const line of lines) {
      counts[line.outcome] += 1;
      if (line.outcome !== 'REFUSED' && line.repairs !== '') counts.repaired += 1;
    }
    const sizes = {
      'report.csv': await this.#append('report.csv', (first) => asCsv(lines, reportColumns, first)),
      [this.refusedFile]: await this.#append(this.refusedFile, (first) => this.#asRefused(refused, first)),
    };
    this.#progress = { rows: this.rows + lines.length, counts, sizes };
    await this.#write('progress.json', this.#progress);
  }

  #asRefused(refused: readonly RefusedRow[], first: boolean): string {
    if (refused.length === 0) return '';
    if (!this.#table) return refused.map(({ content }) => `${content.replaceAll('\n', ' ')}\n`).join('');
    const rows = refused.map(({ cells, line }) => ({ ...cells, ...reasonsBeside(line) }));
    return asCsv(rows, Object.keys(rows[0] ?? {}), first);
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

  async #write(name: string, content: object): Promise<void> {
    const path = join(this.#folder, name);
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(content, null, 2));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  }
}

/** UTF-8 with its mark, which spreadsheets need; what they would take for a formula stands behind an apostrophe. */
function asCsv(rows: readonly object[], columns: readonly string[], first: boolean): string {
  return stringify(rows as object[], { columns: [...columns], header: first, bom: first, escape_formulas: true, record_delimiter: 'windows', cast: { boolean: String } });
}

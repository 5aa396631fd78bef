import type { ReportLine } from './report-lines.js';

/** What an import is, noted before its first batch is sent. */
export interface ImportRun {
  /** Its id: the idempotency keys of its rows are made of it. */
  readonly run: string;
  /** The file. */
  readonly source: string;
  readonly mended: boolean;
  readonly given: Readonly<Record<string, string>>;
  readonly rows: number;
}

/** A refused row as it came, with the reason. */
export interface RefusedRow {
  readonly cells: Readonly<Record<string, unknown>>;
  readonly content: string;
  readonly line: ReportLine;
}

/** Where it is noted how far an import is and what became of its rows: a folder of whoever imports, or the hub's own database. */
export interface ImportJournal {
  readonly run: ImportRun;
  /** Rows that are done. */
  readonly rows: number;
  /** Keeps what became of some rows, in their order, for good: after a kill it goes on behind the last that was kept. */
  keep(lines: readonly ReportLine[], refused: readonly RefusedRow[]): Promise<void>;
}

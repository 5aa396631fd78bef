import type { MergedNotes } from '../answer/sharing-notes.js';
import type { ExportColumn } from './export-column.js';
import type { ExportRequest } from './export-request.js';
import type { ColumnTerms } from './terms-of-columns.js';

/** Who asked for an export, and in which role. */
export interface ExportAsker {
  readonly partyId: string;
  readonly userId: string;
  readonly role: string;
}

/** What an export is, as it was begun. */
export interface BegunExport {
  readonly id: string;
  readonly asker: ExportAsker;
  /** The purpose that the caller stated (x-hub-purpose); one file has one. */
  readonly purpose: string | undefined;
  readonly request: ExportRequest;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly columns: readonly ExportColumn[];
  readonly terms: readonly ColumnTerms[];
  readonly pageSize: number;
  /** As the list counted them when the export was begun; counting may stop before. */
  readonly totalCount: number | undefined;
  readonly beganAt: string;
}

/** A part of the file, by which a receiver finds what was changed. */
export interface ExportPiece {
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

/** A page that has left; `bytes` and `sha256` where it is a piece by itself. */
export interface ExportedPage {
  readonly rows: number;
  readonly bytes?: number;
  readonly sha256?: string;
  readonly cursor: string | null;
  readonly last: boolean;
  readonly notes?: MergedNotes | undefined;
}

export interface ExportProblem {
  readonly code: string;
  readonly message: string;
}

/** A manifest and its detached signature. */
export interface SignedManifest {
  readonly text: string;
  readonly signature: string;
}

/** How far an export came. No value of a row is in it. */
export interface ExportRecord {
  readonly begun: BegunExport;
  readonly pages: readonly ExportedPage[];
  /** The file as one piece, where pages are none. */
  readonly whole: ExportPiece | undefined;
  readonly problem: ExportProblem | undefined;
  readonly manifest: SignedManifest | undefined;
}

/** What is added to the record as an export goes on. */
export type ExportEntry =
  | { readonly begun: BegunExport }
  /** It goes on behind so many pages: what was known of later ones is void. */
  | { readonly backTo: number }
  | { readonly page: ExportedPage }
  | { readonly whole: ExportPiece }
  | { readonly problem: ExportProblem }
  | { readonly manifest: SignedManifest };

/** The record that entries add up to; undefined where it was never begun. */
export function recordOf(entries: readonly ExportEntry[]): ExportRecord | undefined {
  let record: ExportRecord | undefined;
  for (const entry of entries) {
    if ('begun' in entry) record = { begun: entry.begun, pages: [], whole: undefined, problem: undefined, manifest: undefined };
    else if (!record) return undefined;
    else if ('backTo' in entry) record = { begun: record.begun, pages: record.pages.slice(0, entry.backTo), whole: undefined, problem: undefined, manifest: undefined };
    else if ('page' in entry) (record.pages as ExportedPage[]).push(entry.page);
    else record = { ...record, ...entry };
  }
  return record;
}

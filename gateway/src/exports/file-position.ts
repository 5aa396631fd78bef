import type { ExportRecord } from './export-record.js';

/** The place at which a file goes on. */
export interface FilePosition {
  /** Pages, rows and bytes before it. */
  readonly pages: number;
  readonly rows: number;
  readonly bytes: number;
  readonly after: string | null;
  /** Whether there is nothing behind it. */
  readonly end: boolean;
}

const beginning: FilePosition = { pages: 0, rows: 0, bytes: 0, after: null, end: false };

/** The last end of a page at or before a byte of the file. A workbook is compressed as a whole, so that it begins anew. */
export function filePosition({ begun, pages }: ExportRecord, from: number): FilePosition {
  let position = beginning;
  if (begun.request.format === 'xlsx') return position;
  for (const { rows, bytes = 0, cursor, last } of pages) {
    if (position.bytes + bytes > from) break;
    position = { pages: position.pages + 1, rows: position.rows + rows, bytes: position.bytes + bytes, after: cursor, end: last };
  }
  return position;
}

import { stringify } from 'csv-stringify/sync';
import { cellOf } from './cell-of.js';
import { defuseFormula } from './defuse-formula.js';
import { pathOf, sharingColumn, type ExportColumn } from './export-column.js';
import type { ExportPage } from './export-page.js';
import { rowSharing, sharingInWords } from './row-sharing.js';

/** A form of a file that grows by pages, so that it can be gone on with at the end of any. */
export interface TextRows {
  /** What stands before the first row. */
  readonly head: Buffer;
  of(page: ExportPage): Buffer;
}

/** CSV (RFC 4180) in UTF-8 with a byte order mark, by which spreadsheets know it; formulas are defused. */
export function csvRows(list: string, columns: readonly ExportColumn[]): TextRows {
  const lines = (records: readonly (readonly (string | null)[])[]) => stringify(records as string[][], { record_delimiter: '\r\n' });
  const paths = columns.map(pathOf);
  return {
    head: Buffer.from(`\ufeff${lines([[...columns.map(({ name }) => name), sharingColumn]])}`),
    of({ rows, notes }) {
      const sharing = rowSharing(list, notes);
      return Buffer.from(lines(rows.map((row) => [...paths.map((path) => text(cellOf(row, path))), sharingInWords(sharing(row))])));
    },
  };
}

/** JSON lines: each row as a query gives it, and where something of it is withheld, why. */
export function jsonRows(list: string): TextRows {
  return {
    head: Buffer.alloc(0),
    of({ rows, notes }) {
      const sharing = rowSharing(list, notes);
      const line = (row: ExportPage['rows'][number]) => {
        const told = sharing(row);
        return `${JSON.stringify(told ? { ...row, [sharingColumn]: told } : row)}\n`;
      };
      return Buffer.from(rows.map(line).join(''));
    },
  };
}

function text(cell: ReturnType<typeof cellOf>): string | null {
  return typeof cell === 'string' ? defuseFormula(cell) : cell === null ? null : String(cell);
}

import type { WantedColumns } from '../columns.js';
import type { SourceRow } from '../source-row.js';
import { sheetPart } from './sheet-part.js';
import { sheetTable } from './sheet-table.js';
import { Workbook } from './workbook.js';

export interface SpreadsheetOptions {
  /** Name of the sheet; the first without it. */
  readonly sheet?: string | undefined;
  /** Which row, counted from 1, names the columns; what stands above is a title. */
  readonly header: number;
  readonly columns: WantedColumns;
}

/**
 * Reads a table in a sheet of an XLSX file.
 * @throws ImportFault IMPORT_UNREADABLE, IMPORT_TRUNCATED, IMPORT_EXPANDS_TOO_FAR, IMPORT_ENTITIES, IMPORT_RECORD_TOO_LONG, IMPORT_COLUMN_TWICE, IMPORT_COLUMNS_MISSING
 */
export async function* readSpreadsheet(path: string, { sheet, header, columns }: SpreadsheetOptions): AsyncGenerator<SourceRow> {
  const workbook = await Workbook.open(path);
  try {
    yield* sheetTable(workbook, await sheetPart(workbook, sheet), { header, columns });
  } finally {
    workbook.close();
  }
}

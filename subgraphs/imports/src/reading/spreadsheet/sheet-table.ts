import { ImportFault } from '../../import-fault.js';
import { Columns, type WantedColumns } from '../columns.js';
import { recordLimit } from '../record-limit.js';
import type { SourceRow } from '../source-row.js';
import { MergedCells } from './merged-cells.js';
import { sharedStrings } from './shared-strings.js';
import { sheetRows } from './sheet-rows.js';
import type { Workbook } from './workbook.js';

export interface TableOptions {
  /** Which row, counted from 1, names the columns; what stands above is a title. */
  readonly header: number;
  readonly columns: WantedColumns;
  /** Is told the names of the columns, before any row; what it throws ends the reading. */
  readonly onHeader?: (names: readonly string[]) => void;
  /** How the number of a cell is read; as it is stored without it. */
  readonly numberText?: (stored: string) => string;
}

/**
 * Reads a table in one sheet of a workbook. Merged cells count for all that they cover. Only the texts that cells share are held.
 * @throws ImportFault IMPORT_UNREADABLE, IMPORT_EXPANDS_TOO_FAR, IMPORT_ENTITIES, IMPORT_RECORD_TOO_LONG, IMPORT_COLUMN_TWICE, IMPORT_COLUMNS_MISSING
 */
export async function* sheetTable(workbook: Workbook, part: string, { header, columns, onHeader, numberText }: TableOptions): AsyncGenerator<SourceRow> {
  const merged = await MergedCells.of(workbook, part);
  let named: Columns | undefined;
  for await (const { row, values } of sheetRows(workbook, part, await sharedStrings(workbook), numberText)) {
    const filled = merged.fill(row, values);
    // Cells that share a text, or are merged, hold it once; written out they would hold it each.
    if (filled.reduce((sum, value) => sum + value.length, 0) > recordLimit) throw new ImportFault('IMPORT_RECORD_TOO_LONG', { row: row - 1, limit: recordLimit });
    if (row < header) continue;
    if (!named) {
      named = new Columns(filled, columns);
      onHeader?.(named.names);
    } else if (filled.some((value) => value !== '')) {
      const cells = named.name(filled);
      yield { row, cells, content: JSON.stringify(cells) };
    }
  }
  if (!named) throw new ImportFault('IMPORT_UNREADABLE', { format: 'XLSX', problem: { en: `there is no row ${header} that names the columns`, 'zh-CN': `没有第 ${header} 行作为表头` } });
}

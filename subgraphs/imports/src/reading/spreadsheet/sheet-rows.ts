import { ImportFault } from '../../import-fault.js';
import { recordLimit } from '../record-limit.js';
import { cellPlace, mostColumns } from './cell-place.js';
import { readText } from './cell-text.js';
import { partEvents } from './part-events.js';
import type { Workbook } from './workbook.js';

/** A row of a sheet with the texts of its cells; numbers are as they are stored, so days are serial numbers. */
export interface SheetRow {
  readonly row: number;
  readonly values: string[];
}

/** Reads the rows of a sheet, from top to bottom. @param numberText how the number of a cell is read; as it is stored without it @throws ImportFault IMPORT_RECORD_TOO_LONG, IMPORT_UNREADABLE */
export async function* sheetRows(workbook: Workbook, part: string, strings: readonly string[], numberText = (stored: string) => stored): AsyncGenerator<SheetRow> {
  let complete: SheetRow[] = [];
  let current: SheetRow = { row: 0, values: [] };
  let [column, type, text, characters, reads] = [-1, 'n', '', 0, false];
  const listener = {
    opened(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'row') [current, column, characters] = [{ row: Number(attributes['r'] ?? current.row + 1), values: [] }, -1, 0];
      if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : cellPlace(attributes['r']).column;
        if (!(column >= 0 && column < mostColumns)) throw new ImportFault('IMPORT_UNREADABLE', { format: 'XLSX', problem: `row ${current.row}: ${attributes['r'] ?? ''}` });
        [type, text] = [attributes['t'] ?? 'n', ''];
      }
      if (name === 'v' || name === 't') reads = true;
    },
    text(piece: string) {
      if (!reads) return;
      text += piece;
      characters += piece.length;
      if (characters > recordLimit) throw new ImportFault('IMPORT_RECORD_TOO_LONG', { row: current.row - 1, limit: recordLimit });
    },
    closed(name: string) {
      if (name === 'v' || name === 't') reads = false;
      if (name === 'c') {
        while (current.values.length < column) current.values.push('');
        current.values[column] = type === 's' ? (strings[Number(text)] ?? '') : type === 'inlineStr' || type === 'str' ? readText(text) : type === 'n' ? numberText(text) : text;
      }
      if (name === 'row') complete.push(current);
    },
  };
  for (const events = partEvents(workbook, part, listener); !(await events.next()).done; ) {
    yield* complete;
    complete = [];
  }
}

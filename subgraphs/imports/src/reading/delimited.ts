import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { ImportFault } from '../import-fault.js';
import { Columns, type WantedColumns } from './columns.js';
import { recordLimit } from './record-limit.js';
import type { SourceRow } from './source-row.js';

export interface DelimitedOptions {
  readonly delimiter: string;
  /** Which line, counted from 1, names the columns; what stands above is a title. */
  readonly header: number;
  readonly columns: WantedColumns;
}

interface ReadRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a table of delimited values (RFC 4180), CSV or TSV. A row of another length than the header is a row with a problem.
 * @throws ImportFault IMPORT_UNREADABLE, IMPORT_RECORD_TOO_LONG, IMPORT_COLUMN_TWICE, IMPORT_COLUMNS_MISSING
 */
export async function* readDelimited(text: AsyncIterable<string>, { delimiter, header, columns }: DelimitedOptions): AsyncGenerator<SourceRow> {
  const format = delimiter === '\t' ? 'TSV' : 'CSV';
  const parser = parse({ delimiter, info: true, relax_column_count: true, max_record_size: recordLimit });
  pipeline(Readable.from(text), parser, () => undefined); // what fails is thrown where it is read
  let named: Columns | undefined;
  let count = 0;
  let line = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<ReadRecord>) {
      const row = line + 1;
      line = info.lines;
      count += 1;
      if (count < header) continue;
      if (!named) named = new Columns(record, columns);
      else if (record.some((value) => value !== '')) yield rowOf(row, record, named);
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'CSV_MAX_RECORD_SIZE') throw new ImportFault('IMPORT_RECORD_TOO_LONG', { row: line, limit: recordLimit });
    if (code.startsWith('CSV_')) throw new ImportFault('IMPORT_UNREADABLE', { format, problem: message });
    throw error;
  }
  if (!named) throw new ImportFault('IMPORT_UNREADABLE', { format, problem: { en: `there is no line ${header} that names the columns`, 'zh-CN': `没有第 ${header} 行作为表头` } });
}

function rowOf(row: number, record: readonly string[], columns: Columns): SourceRow {
  if (record.length !== columns.length) {
    const problem = { en: `it has ${record.length} cells where the header has ${columns.length}`, 'zh-CN': `有 ${record.length} 个单元格，表头为 ${columns.length} 个` };
    return { row, cells: columns.name(record), content: JSON.stringify(record), problem };
  }
  const cells = columns.name(record);
  return { row, cells, content: JSON.stringify(cells) };
}

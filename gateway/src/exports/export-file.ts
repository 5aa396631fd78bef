import { createHash } from 'node:crypto';
import type { ExportPage } from './export-page.js';
import type { BegunExport, ExportEntry } from './export-record.js';
import { csvRows, jsonRows } from './text-rows.js';
import { xlsxRows } from './xlsx-rows.js';

export interface FileToExport {
  readonly begun: BegunExport;
  readonly pages: AsyncIterable<ExportPage>;
  /** Whether something of the file has left already, and it goes on. */
  readonly goesOn: boolean;
  /** Adds to the record, before the bytes leave. */
  readonly note: (entry: ExportEntry) => Promise<void>;
}

/** The bytes of an export, as they are asked for: one page is in memory at a time. */
export function exportFile(file: FileToExport): AsyncGenerator<Buffer> {
  return file.begun.request.format === 'xlsx' ? workbook(file) : textFile(file);
}

async function* textFile({ begun: { request, columns }, pages, goesOn, note }: FileToExport): AsyncGenerator<Buffer> {
  const rows = request.format === 'csv' ? csvRows(request.list, columns) : jsonRows(request.list);
  let head = goesOn ? Buffer.alloc(0) : rows.head;
  for await (const page of pages) {
    const bytes = Buffer.concat([head, rows.of(page)]);
    head = Buffer.alloc(0);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await note({ page: { rows: page.rows.length, bytes: bytes.length, sha256, cursor: page.endCursor, last: !page.hasNextPage, notes: page.notes } });
    yield bytes;
  }
}

async function* workbook({ begun: { request, columns }, pages, note }: FileToExport): AsyncGenerator<Buffer> {
  let rows = 0;
  async function* noted(): AsyncGenerator<ExportPage> {
    for await (const page of pages) {
      rows += page.rows.length;
      await note({ page: { rows: page.rows.length, cursor: page.endCursor, last: !page.hasNextPage, notes: page.notes } });
      yield page;
    }
  }
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of xlsxRows(request.list, columns, noted())) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    yield chunk as Buffer;
  }
  await note({ whole: { rows, bytes, sha256: hash.digest('hex') } });
}

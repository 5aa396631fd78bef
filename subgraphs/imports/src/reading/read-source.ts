import { createReadStream } from 'node:fs';
import type { Format } from '../mapping/mapping.js';
import type { WantedColumns } from './columns.js';
import { decoded, type Encoding } from './decoded.js';
import { readDelimited } from './delimited.js';
import { inflated } from './inflated.js';
import { isTable } from './is-table.js';
import { readJsonDocument } from './json-document.js';
import { readJsonLines } from './json-lines.js';
import { readMended } from './mended.js';
import type { SourceRow } from './source-row.js';
import { readSpreadsheet } from './spreadsheet/spreadsheet.js';
import { readXml } from './xml.js';

/**
 * Reads the records of a file one by one, in memory that does not grow with it; gzip is unpacked on the way.
 * @throws ImportFault where the file as a whole cannot be read; rows before that have been given, so read to the end before anything is written
 *
 * @param mended whether it is what an import gave back to be mended, which has a form of its own
 */
export function readSource(path: string, format: Format, columns: WantedColumns, mended = false): AsyncGenerator<SourceRow> {
  const textIn = (encoding: Encoding) => decoded(inflated(createReadStream(path) as AsyncIterable<Buffer>), encoding);
  if (mended) return readMended(textIn('utf-8'), isTable(format), columns);
  const text = () => textIn('encoding' in format ? format.encoding : 'utf-8');
  switch (format.kind) {
    case 'csv':
      return readDelimited(text(), { delimiter: format.delimiter, header: format.header, columns });
    case 'tsv':
      return readDelimited(text(), { delimiter: '\t', header: format.header, columns });
    case 'xlsx':
      return readSpreadsheet(path, { sheet: format.sheet, header: format.header, columns });
    case 'json':
      return readJsonDocument(text(), format.records);
    case 'json-lines':
      return readJsonLines(text());
    case 'xml':
      return readXml(text(), format.record);
  }
}

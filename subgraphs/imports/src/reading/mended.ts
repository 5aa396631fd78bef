import type { WantedColumns } from './columns.js';
import { readDelimited } from './delimited.js';
import { readJsonLines } from './json-lines.js';
import type { SourceRow } from './source-row.js';

/** Begins the names of the columns that tell why a row was refused; they are none of the source's. */
export const reasonColumn = 'import:';

/** What spreadsheets would take for a formula stands behind an apostrophe in what is given back. */
const defused = /^'(?=[=+\-@\t\r])/;

/**
 * Reads rows that were refused, given back and mended: of a table as CSV in UTF-8, else as JSON lines. The reasons beside them and
 * the apostrophes before what looks like a formula are taken off, so that a row is again what its source gave.
 * @throws ImportFault as the formats do
 */
export async function* readMended(text: AsyncIterable<string>, table: boolean, columns: WantedColumns): AsyncGenerator<SourceRow> {
  if (!table) return yield* readJsonLines(text);
  for await (const row of readDelimited(text, { delimiter: ',', header: 1, columns })) {
    const own = Object.entries(row.cells).filter(([name]) => !name.startsWith(reasonColumn));
    const cells = Object.fromEntries(own.map(([name, value]) => [name, typeof value === 'string' ? value.replace(defused, '') : value]));
    yield { ...row, cells, ...(row.problem ? {} : { content: JSON.stringify(cells) }) };
  }
}

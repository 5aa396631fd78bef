import { ImportFault } from '../import-fault.js';
import { isTable } from '../reading/is-table.js';
import { readSource } from '../reading/read-source.js';
import type { SourceRow } from '../reading/source-row.js';
import { columnsOf } from './columns-of.js';
import { isWithin } from './paths.js';
import type { ReadMapping } from './read-mapping.js';

/**
 * Reads the records of a file that a mapping is made for, as they came.
 * @param mended whether the file is what an earlier import gave back to be mended (reading/mended.ts)
 * @throws ImportFault where the file as a whole cannot be read; IMPORT_PERSONAL_MISSING at its end where no record had what is to be withheld
 */
export async function* readRecords(path: string, { mapping }: Pick<ReadMapping, 'mapping'>, mended = false): AsyncGenerator<SourceRow> {
  const { format } = mapping;
  const table = isTable(format) ? format : undefined;
  const read = columnsOf(mapping).filter((column) => !(column in mapping.given));
  const required = table ? [...new Set([...read, ...mapping.personal])].filter((column) => !table.optional.includes(column)) : [];
  // A table is known by its header; of what was mended, only some records are there.
  const unseen = new Set(table || mended ? [] : mapping.personal);
  let records = 0;
  for await (const row of readSource(path, format, { required, aliases: table?.aliases ?? {} }, mended)) {
    if (!row.problem) records += 1;
    for (const personal of unseen) if (isWithin(row.cells, personal)) unseen.delete(personal);
    yield row;
  }
  if (records > 0 && unseen.size > 0) throw new ImportFault('IMPORT_PERSONAL_MISSING', { missing: [...unseen].join(', ') });
}

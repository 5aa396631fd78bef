import type { Transaction } from '@hub/kernel/unit-of-work/transaction.js';
import { withLargeTexts } from '@hub/prisma/clients/large-texts.js';

type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts rows, by the names of their columns, in one statement with two parameters, however many there are: Prisma's createMany would send and compile each value. What all rows have in common,
 * which is more than half of what an import writes, is sent and read once.
 */
export async function insertRows(tx: Transaction, table: 'risk_information' | 'source_content' | 'import_row', rows: readonly Row[]): Promise<void> {
  const [first = {}, ...others] = rows;
  const columns = Object.keys(first);
  const varying = columns.filter((column) => others.some((row) => !isSame(row[column], first[column])));
  const shared = JSON.stringify(without(varying, columns, first));
  const own = JSON.stringify(rows.map((row) => Object.fromEntries(varying.map((column) => [column, row[column]]))));
  await withLargeTexts([own], (reference) =>
    tx.$executeRawUnsafe(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(json_populate_record(NULL::${table}, $1::json), $2::json)`, shared, reference),
  );
}

function without(varying: readonly string[], columns: readonly string[], row: Row): Row {
  return Object.fromEntries(columns.flatMap((column) => (varying.includes(column) ? [] : [[column, row[column]]])));
}

/** Whether two values are written the same; of lists those of texts. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((entry, index) => entry === other[index]);
}

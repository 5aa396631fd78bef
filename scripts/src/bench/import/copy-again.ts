import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { importedRows, type ImportedTable } from './imported-rows.js';

/** How much was copied, and how long it took. */
export interface Copied {
  readonly rows: Readonly<Record<ImportedTable, number>>;
  readonly seconds: number;
}

/**
 * Writes what an import has written once more, by `COPY` from files of the server's own, into the same tables, with the same indices, of a database
 * that is as the first was before the import: what PostgreSQL takes at the least, with no network, nothing checked, and one commit.
 *
 * @param imported address of the database that was imported into
 * @param untouched address of the other
 */
export async function copyAgain(imported: string, untouched: string): Promise<Copied> {
  const from = await openConnection(imported, 'the embedded server');
  const to = await openConnection(untouched, 'the embedded server');
  try {
    const { rows: [setting] } = await to.query<{ data_directory: string }>('SHOW data_directory');
    const tables = Object.entries(importedRows) as [ImportedTable, string][];
    const fileOf = (table: ImportedTable) => `${setting?.data_directory ?? ''}/bench-${table}`;
    for (const [table, condition] of tables) await from.query(`COPY (SELECT * FROM ${table} WHERE ${condition}) TO '${fileOf(table)}'`);
    await to.query('CHECKPOINT');
    const rows: Partial<Record<ImportedTable, number>> = {};
    const began = performance.now();
    await to.query('BEGIN');
    for (const [table] of tables) rows[table] = (await to.query(`COPY ${table} FROM '${fileOf(table)}'`)).rowCount ?? 0;
    await to.query('COMMIT');
    return { rows: rows as Record<ImportedTable, number>, seconds: (performance.now() - began) / 1000 };
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
}

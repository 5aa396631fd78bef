import type { openConnection } from '@hub/prisma/migrate/open-connection.js';
import type { CopiedTable } from './copied-tables.js';
import { copyStatement } from './copy-statement.js';

export type Connection = Awaited<ReturnType<typeof openConnection>>;

/** Inserts so many copies of each row of a table, without its indices, which are made anew after. */
export async function multiplyTable(connection: Connection, copied: CopiedTable, copies: number, atMost: number | null = null): Promise<void> {
  const { table } = copied;
  const columns = await connection.query<{ name: string }>(`SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`, [table]);
  const indices = await connection.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
    [table],
  );
  for (const { name } of indices.rows) await connection.query(`DROP INDEX ${name}`);
  await connection.query(copyStatement(copied, columns.rows.map(({ name }) => name)), [copies, atMost]);
  for (const { definition } of indices.rows) await connection.query(definition);
}

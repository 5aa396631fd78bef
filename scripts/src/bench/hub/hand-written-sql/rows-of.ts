import type { Pool } from 'pg';

/** Asks a statement that is prepared once per connection, under its name. */
export async function rowsOf<Row>(pool: Pool, name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await pool.query<Row & object>({ name, text, values: [...values] });
  return rows;
}

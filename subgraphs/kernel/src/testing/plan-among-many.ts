import type { SentStatement } from '@hub/prisma/clients/sql-channel.js';
import type { Database } from '../unit-of-work/transaction.js';

/**
 * How PostgreSQL would go about a statement where a table had thousands of rows like one that it has. They are gone afterwards.
 * @param unique columns that no two rows have alike, besides the id
 */
export async function planAmongMany(database: Database, table: string, unique: readonly string[], statement: SentStatement | undefined): Promise<string> {
  let plan = '';
  const undone = new Error('undone');
  await database
    .$transaction(async (tx) => {
      const numbered = ['id', ...unique].map((column) => `'${column}', 'row ' || n`).join(', ');
      await tx.$executeRawUnsafe(`INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object(${numbered}))).* FROM ${table} t, generate_series(1, 5000) n WHERE t.id = (SELECT min(id) FROM ${table})`);
      await tx.$executeRawUnsafe(`ANALYZE ${table}`);
      // With whatever values.
      const lines = await tx.$queryRawUnsafe<Record<string, string>[]>(`EXPLAIN (GENERIC_PLAN) ${statement?.sql}`);
      plan = lines.map((line) => Object.values(line).join()).join('\n');
      throw undone;
    }, { timeout: 60_000 })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return plan;
}

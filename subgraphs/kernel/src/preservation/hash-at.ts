import type { Transaction } from '../unit-of-work/transaction.js';

/** The hash of the record at a position, as the database has it; undefined where nothing stands there. */
export async function hashAt(database: Transaction, position: number): Promise<string | undefined> {
  const [there] = await database.$queryRawUnsafe<{ hash: string }[]>('SELECT hash FROM kernel.preserved_entry WHERE position = $1::float8::bigint', position);
  return there?.hash;
}

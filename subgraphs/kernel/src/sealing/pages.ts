import type { Transaction } from '../unit-of-work/transaction.js';

export const pageSize = 1_000;

/** The rows of a statement that takes the place behind which it reads as $1, and reads at most `pageSize`: all of them, with little memory. */
export async function* pages<Row, Place>(database: Transaction, statement: string, placeOf: (row: Row) => Place, from: Place): AsyncGenerator<Row, undefined, void> {
  for (let after = from; ; ) {
    const rows = await database.$queryRawUnsafe<Row[]>(statement, after);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return undefined;
    after = placeOf(last);
  }
}

import type { Transaction } from '../unit-of-work/transaction.js';

export interface EntryRow {
  readonly position: number;
  readonly entry: string;
  readonly hash: string;
}

export interface CheckpointRow {
  readonly position: number;
  readonly id: string;
  readonly first: number;
  readonly previous: string;
  readonly hash: string;
  readonly at: Date;
  readonly signature: string;
}

export interface SelectionRow {
  readonly hash: string;
  readonly coordinates: string;
}

const pageSize = 1_000;

const entries = `
  SELECT position::float8 AS position, entry, hash FROM kernel.audit_entry
  WHERE position > $1::float8::bigint ORDER BY position LIMIT ${pageSize}`;
const checkpoints = `
  SELECT position::float8 AS position, id::text, first::float8 AS first, previous, hash, at, signature FROM kernel.audit_checkpoint
  WHERE position > $1::float8::bigint ORDER BY position LIMIT ${pageSize}`;
const selections = `SELECT hash, coordinates FROM kernel.audit_selection WHERE hash > $1 ORDER BY hash LIMIT ${pageSize}`;

/** All entries in order of position, a page at a time. */
export const entryRows = (database: Transaction) => pages<EntryRow, number>(database, entries, ({ position }) => position, -(2 ** 53));
export const checkpointRows = (database: Transaction) => pages<CheckpointRow, number>(database, checkpoints, ({ position }) => position, -(2 ** 53));
export const selectionRows = (database: Transaction) => pages<SelectionRow, string>(database, selections, ({ hash }) => hash, '');

async function* pages<Row, Place>(database: Transaction, statement: string, placeOf: (row: Row) => Place, from: Place): AsyncGenerator<Row, undefined, void> {
  for (let after = from; ; ) {
    const rows = await database.$queryRawUnsafe<Row[]>(statement, after);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return undefined;
    after = placeOf(last);
  }
}

import type { Transaction } from '../unit-of-work/transaction.js';
import { pageSize, pages } from './pages.js';
import type { SealedLog } from './sealed-log.js';

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

/** Somebody may have put one in before the first. */
const beforeAll = -(2 ** 53);

/** All entries behind a position in order, a page at a time. */
export const entryRows = (database: Transaction, { name }: SealedLog, behind = beforeAll) =>
  pages<EntryRow, number>(
    database,
    `SELECT position::float8 AS position, entry, hash FROM kernel.${name}_entry WHERE position > $1::float8::bigint ORDER BY position LIMIT ${pageSize}`,
    ({ position }) => position,
    behind,
  );

/** All checkpoints in order of position, a page at a time. */
export const checkpointRows = (database: Transaction, { name }: SealedLog) =>
  pages<CheckpointRow, number>(
    database,
    `SELECT position::float8 AS position, id::text, first::float8 AS first, previous, hash, at, signature FROM kernel.${name}_checkpoint
     WHERE position > $1::float8::bigint ORDER BY position LIMIT ${pageSize}`,
    ({ position }) => position,
    beforeAll,
  );

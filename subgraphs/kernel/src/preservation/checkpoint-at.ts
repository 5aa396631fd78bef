import type { Checkpoint } from '../sealing/chain.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** A checkpoint as it was signed. */
export interface SignedCheckpoint extends Checkpoint {
  readonly signature: string;
}

/** The checkpoint of the record at a position, or with `behind` the first at it or behind it. */
export async function checkpointAt(database: Transaction, owner: string, position: number, behind = false): Promise<SignedCheckpoint | undefined> {
  const [row] = await database.$queryRawUnsafe<(Omit<SignedCheckpoint, 'owner' | 'at'> & { at: Date })[]>(
    `SELECT id::text, first::float8 AS first, position::float8 AS position, previous, hash, at, signature FROM kernel.preserved_checkpoint
     WHERE position ${behind ? '>=' : '='} $1::float8::bigint ORDER BY position LIMIT 1`,
    position,
  );
  return row && { ...row, owner, at: row.at.toISOString() };
}

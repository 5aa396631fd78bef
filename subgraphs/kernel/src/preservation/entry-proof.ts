import { sha256 } from '../hashing/sha-256.js';
import { entryHash } from '../sealing/chain.js';
import { entryRows, type EntryRow } from '../sealing/sealed-rows.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { checkpointAt, type SignedCheckpoint } from './checkpoint-at.js';
import { isStamp } from './is-stamp.js';
import type { CheckpointStamped } from './preserved-entry.js';
import { sealedPreservation } from './sealed-preservation.js';

/** The way of one entry to a signed checkpoint, without the other entries. */
export interface EntryProof {
  readonly position: number;
  /** Canonical JSON. */
  readonly entry: string;
  /** The hash before it. */
  readonly previous: string;
  /** Digests of the entries from the next one to that of the checkpoint. */
  readonly following: readonly string[];
  /** Position of the checkpoint. */
  readonly checkpoint: number;
}

/** An entry with its proof, the checkpoint to which that leads, and the stamp over it, where there is one. */
export interface ProvenEntry {
  readonly proof: EntryProof;
  readonly checkpoint: SignedCheckpoint;
  readonly stamp: CheckpointStamped | undefined;
}

/** The hash to which a proof leads: that of the checkpoint, if nothing was changed. */
export function hashOfProof({ position, entry, previous, following }: EntryProof): string {
  return following.reduce((hash, digest, index) => sha256(`${hash}\n${position + index + 1}\n${digest}`), entryHash(sealedPreservation, previous, position, entry));
}

const stampOver = `
  SELECT entry FROM kernel.preserved_entry WHERE ${isStamp} AND (entry::jsonb->>'position')::bigint >= $1::float8::bigint ORDER BY position LIMIT 1`;
const before = 'SELECT hash FROM kernel.preserved_entry WHERE position = $1::float8::bigint';

/**
 * The proof of an entry: to the first checkpoint that covers it and is stamped, or to the first at all.
 * @throws Error where it is not sealed yet
 */
export async function proofOf(database: Transaction, owner: string, { position, entry }: EntryRow, beginning: string): Promise<ProvenEntry> {
  const [stamped] = await database.$queryRawUnsafe<{ entry: string }[]>(stampOver, position);
  const stamp = stamped && (JSON.parse(stamped.entry) as CheckpointStamped);
  const checkpoint = await checkpointAt(database, owner, stamp?.position ?? position, true);
  if (!checkpoint) throw new Error(`The entry at ${position} is not sealed yet.`);
  const [previous] = await database.$queryRawUnsafe<{ hash: string }[]>(before, position - 1);
  const following: string[] = [];
  for await (const row of entryRows(database, sealedPreservation, position)) {
    if (row.position > checkpoint.position) break;
    following.push(sealedPreservation.linked(row.entry));
  }
  return { proof: { position, entry, previous: previous?.hash ?? beginning, following, checkpoint: checkpoint.position }, checkpoint, stamp };
}

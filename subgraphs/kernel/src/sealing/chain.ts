import { canonicalJson } from '../hashing/canonical-json.js';
import { sha256 } from '../hashing/sha-256.js';
import type { SealedLog } from './sealed-log.js';

/** The signed end of a batch: everything up to it stands under `hash`. */
export interface Checkpoint {
  readonly id: string;
  readonly owner: string;
  /** Of the batch that it ends. */
  readonly first: number;
  readonly position: number;
  /** The hash before the first, and the last. */
  readonly previous: string;
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A place in a chain: all up to the position stands under the hash. */
export interface Place {
  readonly position: number;
  readonly hash: string;
}

/** What stands before the first entry of an owner's log. */
export function firstHash(log: SealedLog, owner: string): string {
  return sha256(log.beginning(owner));
}

/** The hash of an entry at a position behind another. */
export function entryHash(log: SealedLog, previous: string, position: number, entry: string): string {
  return sha256(`${previous}\n${position}\n${log.linked(entry)}`);
}

/** The text that is signed for a checkpoint. */
export function checkpointText(log: SealedLog, { id, owner, first, position, previous, hash, at }: Checkpoint): string {
  return canonicalJson({ [log.checkpoint]: { id, owner, first, position, previous, hash, at } });
}

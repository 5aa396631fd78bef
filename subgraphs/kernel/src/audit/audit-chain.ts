import { canonicalJson } from '../hashing/canonical-json.js';
import { sha256 } from '../hashing/sha-256.js';

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

/** Where the log begins, once what was before has been kept for as long as it had to be. */
export interface Cut {
  readonly owner: string;
  readonly position: number;
  readonly hash: string;
  readonly at: string;
}

/** What stands before the first entry of an owner's log. */
export function firstHash(owner: string): string {
  return sha256(`audit log of ${owner}`);
}

/** The hash of an entry at a position behind another. */
export function entryHash(previous: string, position: number, entry: string): string {
  return sha256(`${previous}\n${position}\n${entry}`);
}

/** The text that is signed for a checkpoint. */
export function checkpointText({ id, owner, first, position, previous, hash, at }: Checkpoint): string {
  return canonicalJson({ checkpoint: { id, owner, first, position, previous, hash, at } });
}

/** The text that is signed for a cut. */
export function cutText({ owner, position, hash, at }: Cut): string {
  return canonicalJson({ cut: { owner, position, hash, at } });
}

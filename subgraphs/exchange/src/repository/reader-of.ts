import type { RowReader } from '@hub/kernel/sharing/row-reading.js';
import { actorOf } from '@hub/kernel/acts/actor-of.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';

/** The caller as the reader about whom the owner of a row is asked: with whom they act for, or the owner could not tell by whose delegation. */
export function readerOf(caller: Caller): RowReader {
  return { ...actorOf(caller), purpose: caller.purpose ?? null };
}

import { LogCut } from '../sealing/log-cut.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { hashAt } from './hash-at.js';
import type { SealedHead } from './sealed-head.js';

/**
 * Requires that the database still holds what was kept of the record apart from it.
 * @throws LogCut where its end was cut off, or another record put in its place
 */
export async function requireHead(database: Transaction, head: SealedHead): Promise<void> {
  // The file before the database: what is kept there was sealed before, whatever other processes seal meanwhile.
  const kept = await head.read();
  if (!kept) return;
  const there = await hashAt(database, kept.position);
  if (there === kept.hash) return;
  const what = there === undefined ? 'the database does not reach so far' : 'the database has another record there';
  throw new LogCut(`The record of preserved files was sealed up to ${kept.position}, and ${what}: nothing is sealed until hub evidence verify is looked at, and what was lost restored or given up (gateway/docs/evidence.md).`);
}

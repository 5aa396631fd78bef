import type { Place } from '../sealing/chain.js';
import type { Findings } from '../sealing/findings.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { hashAt } from './hash-at.js';
import type { PreservationProblem } from './preservation-report.js';

/** Holds where a record ends against where it ended when that was last kept beside the files; null where nothing is kept there, though it was looked for. */
export async function compareHead(database: Transaction, head: Place | null, end: number, findings: Findings<PreservationProblem>): Promise<void> {
  if (head === null) {
    if (end > 0) findings.tell('HEAD_MISSING', null, null, 'the file that keeps apart from the database where the record ends is not there: whether its end was cut off cannot be told');
    return;
  }
  const { position, hash } = head;
  if (position > end) return findings.tell('TAIL_CUT', end + 1, null, `the record ends here, and ended at ${position} when that was last kept beside the files`);
  const there = await hashAt(database, position);
  if (there !== undefined && there !== hash) findings.tell('HISTORY_REPLACED', position, null, 'another record was kept beside the files up to here');
}

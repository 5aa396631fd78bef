import { dutyLimitListId, dutyLimitsOf, type DutyLimits } from '@hub/schema/code-lists/duty-limit-codes.js';
import { dayInShanghai } from '../calendar/day-in-shanghai.js';
import { keptCodes } from '../code-lists/kept-codes.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** The limits of duties (时限, 5.4.3 b) at a time: as a steward has published them and this owner has heard, else as they come with the hub. */
export async function dutyLimitsInForce(tx: Transaction, at: Date): Promise<DutyLimits> {
  return dutyLimitsOf((await keptCodes(tx, dutyLimitListId)) ?? [], dayInShanghai(at));
}

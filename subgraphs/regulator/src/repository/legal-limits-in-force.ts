import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { keptCodes } from '@hub/kernel/code-lists/kept-codes.js';
import { legalLimitListId, legalLimitsOf, type LegalLimits } from '@hub/schema/code-lists/legal-limit-codes.js';
import type { RegulatorTransaction } from './database.js';

/** The limits that the law sets (法定期限) at a time: as a steward has published them and the regulators have heard, else as they come with the hub. */
export async function legalLimitsInForce(tx: RegulatorTransaction, at: Date): Promise<LegalLimits> {
  return legalLimitsOf((await keptCodes(tx, legalLimitListId)) ?? [], dayInShanghai(at));
}

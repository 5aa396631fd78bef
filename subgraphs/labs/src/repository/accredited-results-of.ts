import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { AccreditationRecord, AccreditedItemRecord } from '../domain/accreditation-content.js';
import { accreditedResults, type AccreditedResults } from '../domain/accredited-results.js';
import type { ItemResult } from '../domain/test-result.js';
import type { LabsTransaction } from './database.js';

/** Results as they stand to the CMA of their lab today, as it has recorded it (recordAccreditation). */
export async function accreditedResultsOf(tx: LabsTransaction, labId: string, results: readonly ItemResult[], now: Date): Promise<AccreditedResults> {
  const { cma, scope } = await tx.lab.findUniqueOrThrow({ where: { id: labId }, select: { cma: true, scope: true } });
  return accreditedResults(results, { cma: cma as unknown as AccreditationRecord, scope: scope as unknown as AccreditedItemRecord[] }, dayInShanghai(now));
}

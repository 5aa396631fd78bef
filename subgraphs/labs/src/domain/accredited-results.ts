import { standardKey } from '@hub/schema/identifiers/standard-key.js';
import type { AccreditationRecord, AccreditedItemRecord } from './accreditation-content.js';
import type { ItemResult } from './test-result.js';

/** The results of a report as they stand to its lab's CMA. */
export interface AccreditedResults {
  readonly results: ItemResult[];
  /** Number of the certificate whose mark the report bears; null where it bears none. */
  readonly cmaMark: string | null;
}

/**
 * Marks each item by whether the lab's CMA covers it on a day (能力附表, 3.2 c), and says whether the report bears the CMA mark (资质认定标志): only where it bears
 * upon results, and each item that has one is covered. It is the lab's own mark: of a subcontracted item too the lab's own scope decides.
 *
 * @param today calendar day in Asia/Shanghai
 */
export function accreditedResults(given: readonly ItemResult[], { cma, scope }: { readonly cma: AccreditationRecord; readonly scope: readonly AccreditedItemRecord[] }, today: string): AccreditedResults {
  const valid = cma.validFrom <= today && today <= cma.validUntil;
  const covered = new Set(scope.map((item) => keyOf(item.itemCode, item.standardNumber, item.standardVersion)));
  const results = given.map((result) => ({ ...result, inScope: valid && covered.has(keyOf(result.itemCode, result.standardNumber, result.standardVersion)) }));
  const inspected = results.filter(({ failure }) => failure === null);
  return { results, cmaMark: inspected.length > 0 && inspected.every(({ inScope }) => inScope) ? cma.certificateNumber : null };
}

/** Items are compared as the centre does that commissions by them. */
function keyOf(code: string, standardNumber: string, version: string): string {
  return JSON.stringify([code, standardKey(standardNumber), version].map((part) => part.trim().toUpperCase()));
}

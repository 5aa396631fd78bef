import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { CommissionedItem } from './commission-content.js';
import { isResultOf, itemName } from './item-name.js';
import type { ItemResult } from './test-result.js';

/**
 * The results of a report, in the order of the commission: every item has a result or a recorded failure (5.3.4).
 * @throws Refusal REPORT_INCOMPLETE, naming the items that lack both
 */
export function completeResults(results: readonly ItemResult[], testItems: readonly CommissionedItem[]): ItemResult[] {
  const missing = testItems.filter((item) => !results.some((result) => isResultOf(item, result)));
  if (missing.length > 0) {
    throw new Refusal('REPORT_INCOMPLETE', { field: 'results', parameters: { items: missing.map(itemName).join(', ') } });
  }
  return inOrderOf(testItems, results);
}

/** Results in the order of the commission. */
export function inOrderOf(testItems: readonly CommissionedItem[], results: readonly ItemResult[]): ItemResult[] {
  return testItems.flatMap((item) => results.filter((result) => isResultOf(item, result)));
}

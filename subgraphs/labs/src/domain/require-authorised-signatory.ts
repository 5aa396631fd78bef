import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { AuthorisedSignatoryRecord } from './accreditation-content.js';
import type { ItemResult } from './test-result.js';

/**
 * Whoever approves a report is authorised for the field of each item (3.3), but for those that another lab inspected, whose own
 * signatory answers for them (3.2 c).
 *
 * @param signatories as the lab has named them; null where it has named none: then each of its signatories, for the whole scope
 * @throws Refusal SIGNATORY_NOT_AUTHORISED
 */
export function requireAuthorisedSignatory(userId: string, results: readonly Pick<ItemResult, 'itemCode' | 'itemName' | 'subcontractor'>[], signatories: readonly AuthorisedSignatoryRecord[] | null): void {
  if (signatories === null) return;
  const authorised = signatories.find((each) => each.userId === userId);
  const covers = (itemCode: string) => authorised !== undefined && (authorised.itemCodes === null || authorised.itemCodes.includes(itemCode));
  const beyond = results.filter(({ itemCode, subcontractor }) => subcontractor === null && !covers(itemCode));
  if (beyond.length === 0) return;
  throw new Refusal('SIGNATORY_NOT_AUTHORISED', {
    field: 'reportId',
    parameters: { userId, items: beyond.map(({ itemCode, itemName }) => `${itemCode} ${itemName}`).join(', ') },
  });
}

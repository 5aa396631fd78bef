import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { SellerContent } from './seller-content.js';

/**
 * Sees that a correction names another seller than the purchase does.
 * @throws Refusal PURCHASE_READS_SO
 */
export function requireOtherSeller(field: string, purchase: SellerContent & { readonly number: string }, seller: SellerContent): void {
  const same = Object.entries(seller).every(([name, value]) => purchase[name as keyof SellerContent] === value);
  if (same) throw new Refusal('PURCHASE_READS_SO', { field, parameters: { number: purchase.number } });
}

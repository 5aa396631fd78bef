import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';

/**
 * A number of units of a sample.
 * @param there how many there are; absent where they are counted for the first time
 * @throws Refusal VALUE_INVALID, SAMPLE_QUANTITY_EXCEEDED
 */
export function requireQuantity(field: string, quantity: number, there = 10_000, least = 1): number {
  requireValid(quantity >= least && quantity <= 10_000, field, { en: `a sample has ${least} to 10 000 units`, 'zh-CN': `样品数量应为 ${least} 至 10 000 件` }, '3');
  if (quantity > there) throw new Refusal('SAMPLE_QUANTITY_EXCEEDED', { field, parameters: { named: quantity, there } });
  return quantity;
}

import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { PlanProduct } from './plan-product.js';

/**
 * The batches ordered of a product are not more than the plan has of it (批次数, 3.1 c).
 * @param ordered batches of the product that stand ordered or bought already
 * @throws Refusal BATCHES_EXCEED_PLAN
 */
export function requireBatchesLeft(product: PlanProduct, ordered: number, batches: number): void {
  if (ordered + batches <= product.batches) return;
  throw new Refusal('BATCHES_EXCEED_PLAN', {
    field: 'batches',
    parameters: { product: product.name, planned: product.batches, ordered, left: Math.max(0, product.batches - ordered), batches },
  });
}

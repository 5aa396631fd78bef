import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { PlanProduct } from './plan-product.js';

/** The product at a position of a plan, from 1. @throws Refusal PLAN_PRODUCT_UNKNOWN */
export function productOfPlan(products: readonly PlanProduct[], position: number): PlanProduct {
  const product = products.find((candidate) => candidate.position === position);
  if (product) return product;
  throw new Refusal('PLAN_PRODUCT_UNKNOWN', { field: 'planProduct', parameters: { position, count: products.length } });
}

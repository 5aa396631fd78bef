import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { TestItem } from '../generated/graphql.js';
import { productOfPlan } from './product-of-plan.js';

/** A product of a plan as the regulator issued it (3.1 c). */
export interface PlanProduct {
  readonly position: number;
  readonly categoryCode: string;
  readonly name: string;
  readonly batches: number;
  readonly testItems: readonly TestItem[];
}

/** What a purchase needs of the plan it is made under. */
export interface PlanForPurchase {
  readonly holder: string;
  readonly platformIds: readonly string[];
  readonly products: readonly PlanProduct[];
}

/**
 * The product of a plan under which a centre buys on a platform (5.2.2).
 * @throws Refusal PLAN_NOT_OPEN, PLAN_PRODUCT_UNKNOWN, PLATFORM_NOT_IN_PLAN
 */
export function productToBuy(
  plan: PlanForPurchase | null,
  wanted: { readonly centerId: string; readonly planId: string; readonly planProduct: number; readonly platformId: string },
): PlanProduct {
  if (plan?.holder !== wanted.centerId) throw new Refusal('PLAN_NOT_OPEN', { field: 'planId', parameters: { id: wanted.planId } });
  const product = productOfPlan(plan.products, wanted.planProduct);
  if (!plan.platformIds.includes(wanted.platformId)) {
    throw new Refusal('PLATFORM_NOT_IN_PLAN', {
      field: 'platformId',
      parameters: { id: wanted.platformId, named: plan.platformIds.join(', ') },
    });
  }
  return product;
}

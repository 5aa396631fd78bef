import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { PlanProduct } from '../generated/graphql.js';
import type { AssignedParts } from './assigned-parts.js';
import { exactAmount } from './exact-amount.js';

/** A plan as far as its parts come out of it. */
export interface DividedPlan {
  readonly products: readonly PlanProduct[];
  readonly budgetAmount: string | null;
}

/** Where in the input the batches of a product and the budget stand. */
export interface PlaceInInput {
  readonly batches: (position: number) => string;
  readonly budget: string;
}

/**
 * The parts of a plan are together never more than the plan (3.1 a): neither in batches of a product nor in money.
 * @throws Refusal PLAN_BATCHES_EXCEEDED, PLAN_BUDGET_EXCEEDED
 */
export function requireCoversAssigned({ products, budgetAmount }: DividedPlan, assigned: AssignedParts, at: PlaceInInput): void {
  for (const { position, name, batches } of products) {
    const total = assigned.batchesAt(position);
    if (total > batches) throw new Refusal('PLAN_BATCHES_EXCEEDED', { field: at.batches(position), parameters: { product: name, planned: batches, assigned: total } });
  }
  if (assigned.budget !== null && exactAmount(assigned.budget) > exactAmount(budgetAmount ?? '0')) {
    throw new Refusal('PLAN_BUDGET_EXCEEDED', { field: at.budget, parameters: { planned: budgetAmount ?? '0', assigned: assigned.budget } });
  }
}

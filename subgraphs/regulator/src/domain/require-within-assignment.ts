import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { PlanProduct } from '../generated/graphql.js';
import { exactAmount } from './exact-amount.js';

/** What was assigned, as its row has it. */
export interface AssignedQuota {
  readonly number: string;
  /** PlanProduct[] */
  readonly products: unknown;
  readonly platformIds: readonly string[];
  readonly deadline: Date;
  readonly budgetAmount: string | null;
  readonly budgetCurrency: string | null;
}

/** What an amendment changes of the plan that carries it out. */
export interface ChangedPlan {
  readonly products?: readonly Pick<PlanProduct, 'position' | 'batches'>[];
  readonly platformIds?: readonly string[];
  readonly deadline?: Date;
  readonly budgetAmount?: string;
  readonly budgetCurrency?: string;
}

/**
 * A plan that carries out what a regulator above assigned stays within that: its products and batches, its platforms, its budget, its time (3.1 a).
 * @throws Refusal ASSIGNMENT_EXCEEDED
 */
export function requireWithinAssignment({ number, ...quota }: AssignedQuota, changed: ChangedPlan): void {
  const refuse = (field: string) => new Refusal('ASSIGNMENT_EXCEEDED', { field, parameters: { number, field } });
  const assigned = quota.products as PlanProduct[];
  for (const { position, batches } of changed.products ?? []) {
    if (batches > (assigned[position - 1]?.batches ?? 0)) throw refuse(`products.${position - 1}.batches`);
  }
  if (changed.platformIds?.some((id) => !quota.platformIds.includes(id))) throw refuse('platformIds');
  if (changed.deadline && changed.deadline > quota.deadline) throw refuse('deadline');
  if (changed.budgetAmount === undefined) return;
  if (changed.budgetCurrency !== quota.budgetCurrency || exactAmount(changed.budgetAmount) > exactAmount(quota.budgetAmount ?? '0')) throw refuse('budget.amount');
}

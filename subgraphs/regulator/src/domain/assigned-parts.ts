import type { PlanAssignmentState, PlanProduct } from '../generated/graphql.js';
import { amountInDigits, exactAmount } from './exact-amount.js';

/** A part of a plan as its row has it. */
export interface PlanPart {
  /** PlanProduct[] */
  readonly products: unknown;
  /** Of each product its position in the plan that the part is of. */
  readonly positions: readonly number[];
  readonly budgetAmount: string | null;
  readonly state: string;
}

/** What of a plan is with regulators below. */
export interface AssignedParts {
  /** Of the product at a position of the plan. */
  readonly batchesAt: (position: number) => number;
  readonly batches: number;
  /** In digits; null where no budget is assigned. */
  readonly budget: string | null;
}

/** The states in which a part counts against its plan: what ended was carried out, or was asked of a centre. */
const counted: ReadonlySet<string> = new Set<PlanAssignmentState>(['ASSIGNED', 'ACCEPTED', 'ENDED']);

/** Adds up the parts of one plan (任务分解, 3.1 a); what was returned or withdrawn is free again. */
export function assignedParts(parts: readonly PlanPart[]): AssignedParts {
  const standing = parts.filter(({ state }) => counted.has(state));
  const at = new Map<number, number>();
  for (const { products, positions } of standing) {
    (products as PlanProduct[]).forEach(({ batches }, index) => {
      const position = positions[index] ?? 0;
      at.set(position, (at.get(position) ?? 0) + batches);
    });
  }
  const budgets = standing.flatMap(({ budgetAmount }) => budgetAmount ?? []);
  return {
    batchesAt: (position) => at.get(position) ?? 0,
    batches: [...at.values()].reduce((sum, batches) => sum + batches, 0),
    budget: budgets.length === 0 ? null : amountInDigits(budgets.map(exactAmount).reduce((sum, budget) => sum + budget, 0n)),
  };
}

import type { TestItem } from '../generated/graphql.js';

/** A product of a plan as the regulator issued it (3.1 c). */
export interface PlanProduct {
  readonly position: number;
  readonly categoryCode: string;
  readonly name: string;
  readonly batches: number;
  readonly testItems: readonly TestItem[];
}

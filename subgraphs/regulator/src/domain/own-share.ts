import type { PlanProduct } from '../generated/graphql.js';
import type { AssignedParts } from './assigned-parts.js';

/** The products of a plan with the batches that are left to its own centre: perhaps none of one. */
export function ownShare(products: readonly PlanProduct[], assigned: AssignedParts): PlanProduct[] {
  return products.map((product) => ({ ...product, batches: Math.max(0, product.batches - assigned.batchesAt(product.position)) }));
}

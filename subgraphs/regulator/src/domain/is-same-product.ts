import { plainName } from '@hub/schema/identifiers/plain-name.js';
import type { PlanProduct } from '../generated/graphql.js';

type NamedProduct = Pick<PlanProduct, 'categoryCode' | 'name'>;

/** Whether two products of plans are the same (同一产品, 5.2.2): under one name, as a reader sees it, and of one category or of one that holds the other. */
export function isSameProduct(one: NamedProduct, other: NamedProduct): boolean {
  const within = one.categoryCode.startsWith(other.categoryCode) || other.categoryCode.startsWith(one.categoryCode);
  return within && plainName(one.name) === plainName(other.name);
}

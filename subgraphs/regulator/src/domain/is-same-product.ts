import type { PlanProduct } from '../generated/graphql.js';

type NamedProduct = Pick<PlanProduct, 'categoryCode' | 'name'>;

/** Whether two products of plans are the same (同一产品, 5.2.2): under one name, as a reader sees it, and of one category or of one that holds the other. */
export function isSameProduct(one: NamedProduct, other: NamedProduct): boolean {
  const within = one.categoryCode.startsWith(other.categoryCode) || other.categoryCode.startsWith(one.categoryCode);
  return within && plain(one.name) === plain(other.name);
}

/** Without width, letter case, spaces and what shows nothing. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '').toLowerCase();
}

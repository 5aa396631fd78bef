import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import type { PlanProduct, StandardNotListed } from '../generated/graphql.js';
import { standardsOfItems } from './standards-of-items.js';

/** The standards of a plan's items that the list of standards does not have, of which nobody can tell whether they are in force (3.1 c): whoever plans is to look them up. */
export function standardsNotListed(products: readonly PlanProduct[], codes: Pick<CodesAsOf, 'codeLists'>): StandardNotListed[] {
  return standardsOfItems(products, codes).flatMap(({ standard, entries, itemCodes }) => (entries.length > 0 ? [] : [{ standard, itemCodes: [...itemCodes] }]));
}

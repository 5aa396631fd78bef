import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { inForceOn } from '@hub/schema/code-lists/in-force-on.js';
import type { PlanProduct, StandardNotInForce } from '../generated/graphql.js';
import { standardsOfItems } from './standards-of-items.js';

/** The standards of a plan's items that are not in force (3.1 c): the plan is warned of them, and not refused. Of a standard that the list does not have, `standardsNotListed` tells. */
export function standardsNotInForce(products: readonly PlanProduct[], codes: CodesAsOf): StandardNotInForce[] {
  const day = dayInShanghai(codes.now);
  return standardsOfItems(products, codes).flatMap(({ standard, entries, itemCodes }) => {
    const last = entries.at(-1);
    if (!last || entries.some((entry) => inForceOn(entry, day))) return [];
    const { validFrom, validTo, successorCodes } = last;
    return [{ standard, validFrom: validFrom !== null && validFrom > day ? validFrom : null, validTo, successors: [...successorCodes], itemCodes: [...itemCodes] }];
  });
}

import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { inForceOn } from '@hub/schema/code-lists/in-force-on.js';
import { standards } from '@hub/schema/code-lists/standards.js';
import { readStandardNumber } from '@hub/schema/identifiers/standard-number.js';
import type { PlanProduct, StandardNotInForce, TestItem } from '../generated/graphql.js';

/** The standards of a plan's items that are not in force (3.1 c): the plan is warned of them, and not refused. Of a standard that the list does not have, nothing is said. */
export function standardsNotInForce(products: readonly PlanProduct[], { codeLists, now }: CodesAsOf): StandardNotInForce[] {
  const day = dayInShanghai(now);
  const items = products.flatMap(({ testItems }) => testItems);
  return [...new Set(items.map(editionOf))].sort().flatMap((standard) => {
    const entries = codeLists.entriesOf(standards.id, standard) ?? standards.codes.filter(({ code }) => code === standard);
    const last = entries.at(-1);
    if (!last || entries.some((entry) => inForceOn(entry, day))) return [];
    const { validFrom, validTo, successorCodes } = last;
    const itemCodes = [...new Set(items.filter((item) => editionOf(item) === standard).map(({ code }) => code))].sort();
    return [{ standard, validFrom: validFrom !== null && validFrom > day ? validFrom : null, validTo, successors: [...successorCodes], itemCodes }];
  });
}

/** Number and version as the list of standards writes them, whether or not the number names the year: GB 4706.1-2005, ISO 8124-1:2018. */
function editionOf({ standardNumber, standardVersion }: Pick<TestItem, 'standardNumber' | 'standardVersion'>): string {
  const read = [`${standardNumber}-${standardVersion}`, `${standardNumber}:${standardVersion}`, standardNumber].map((written) => readStandardNumber(written));
  return read.flatMap((each) => (typeof each === 'string' || each.year === null ? [] : [each.text]))[0] ?? standardNumber;
}

import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { inForceOn } from '@hub/schema/code-lists/in-force-on.js';
import { standards } from '@hub/schema/code-lists/standards.js';
import { readStandardNumber } from '@hub/schema/identifiers/standard-number.js';
import type { PlanProduct, StandardNotInForce, TestItem } from '../generated/graphql.js';

/** The standards of a plan's items that are not in force (3.1 c): the plan is warned of them, and not refused. Of a standard that the list does not have, nothing is said. */
export function standardsNotInForce(products: readonly PlanProduct[], codes: CodesAsOf): StandardNotInForce[] {
  const day = dayInShanghai(codes.now);
  const items = products.flatMap(({ testItems }) => testItems).map((item) => ({ itemCode: item.code, ...editionOf(item, codes) }));
  const found = new Map(items.map(({ standard, entries }) => [standard, entries]));
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([standard, entries]) => {
    const last = entries.at(-1);
    if (!last || entries.some((entry) => inForceOn(entry, day))) return [];
    const { validFrom, validTo, successorCodes } = last;
    const itemCodes = [...new Set(items.filter((item) => item.standard === standard).map(({ itemCode }) => itemCode))].sort();
    return [{ standard, validFrom: validFrom !== null && validFrom > day ? validFrom : null, validTo, successors: [...successorCodes], itemCodes }];
  });
}

/** Number and version as the list of standards writes them, and what it says of them; whether or not the number names the year: GB 4706.1-2005, ISO 8124-1:2018. */
function editionOf({ standardNumber, standardVersion }: Pick<TestItem, 'standardNumber' | 'standardVersion'>, { codeLists }: CodesAsOf) {
  const written = [`${standardNumber}-${standardVersion}`, `${standardNumber}:${standardVersion}`, standardNumber].map(inOneForm);
  const editions = written.map((standard) => ({ standard, entries: codeLists.entriesOf(standards.id, standard) ?? standards.codes.filter(({ code }) => code === standard) }));
  return editions.find(({ entries }) => entries.length > 0) ?? { standard: standardNumber, entries: [] };
}

/** Whoever publishes it: the number has been checked by the act that took it in. */
function inOneForm(written: string): string {
  const read = readStandardNumber(written, () => true);
  return typeof read === 'string' ? written : read.text;
}

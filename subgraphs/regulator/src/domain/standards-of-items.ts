import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import type { CodeEntry } from '@hub/schema/code-lists/code-list.js';
import { standards } from '@hub/schema/code-lists/standards.js';
import { readStandardNumber } from '@hub/schema/identifiers/standard-number.js';
import type { PlanProduct, TestItem } from '../generated/graphql.js';

/** A standard that items of a plan rest on (3.1 c). */
export interface StandardOfItems {
  /** Number and version, as the list of standards writes them where it has them. */
  readonly standard: string;
  /** What the list says of it, the latest last; nothing where it does not have it. */
  readonly entries: readonly CodeEntry[];
  /** Codes of the items, each once. */
  readonly itemCodes: readonly string[];
}

/** The standards that the items of a plan's products rest on, each once, by number. */
export function standardsOfItems(products: readonly PlanProduct[], codes: Pick<CodesAsOf, 'codeLists'>): StandardOfItems[] {
  const items = products.flatMap(({ testItems }) => testItems).map((item) => ({ itemCode: item.code, ...editionOf(item, codes) }));
  const found = new Map(items.map(({ standard, entries }) => [standard, entries]));
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([standard, entries]) => ({
    ...{ standard, entries },
    itemCodes: [...new Set(items.filter((item) => item.standard === standard).map(({ itemCode }) => itemCode))].sort(),
  }));
}

/** Number and version as the list of standards writes them, and what it says of them; whether or not the number names the year: GB 4706.1-2005, ISO 8124-1:2018. */
function editionOf({ standardNumber, standardVersion }: Pick<TestItem, 'standardNumber' | 'standardVersion'>, { codeLists }: Pick<CodesAsOf, 'codeLists'>) {
  const written = [`${standardNumber}-${standardVersion}`, `${standardNumber}:${standardVersion}`, standardNumber].map(inOneForm);
  const editions = written.map((standard) => ({ standard, entries: codeLists.entriesOf(standards.id, standard) ?? standards.codes.filter(({ code }) => code === standard) }));
  const [asWritten = { standard: standardNumber, entries: [] }] = editions;
  return editions.find(({ entries }) => entries.length > 0) ?? (standardNumber.endsWith(standardVersion) ? { standard: inOneForm(standardNumber), entries: [] } : asWritten);
}

/** Whoever publishes it: the number has been checked by the act that took it in. */
function inOneForm(written: string): string {
  const read = readStandardNumber(written, () => true);
  return typeof read === 'string' ? written : read.text;
}

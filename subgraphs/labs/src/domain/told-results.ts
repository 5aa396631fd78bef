import type { ItemResult, SubcontractingLab, SubItem } from './test-result.js';

/** A result as the centre is told it: one line for each sub-item, with the specimen that decided (3.2 d). */
export type ToldResult = {
  readonly itemCode: string;
  readonly itemName: string;
  readonly standardNumber: string;
  readonly standardVersion: string;
  readonly clause: string | null;
  /** For a retest goes to no lab that had a part in the first test. */
  readonly subcontractor: SubcontractingLab | null;
  readonly subItem: string | null;
  readonly limit: string;
  readonly measured: string;
  readonly unit: string | null;
  readonly verdict: string;
};

/** The results of a report as its event carries them; an item that could not be inspected says why in place of a value. */
export function toldResults(results: readonly ItemResult[]): ToldResult[] {
  return results.flatMap(({ itemCode, itemName, standardNumber, standardVersion, clause, subcontractor, verdict, subItems, failure }) => {
    const item = { itemCode, itemName, standardNumber, standardVersion, clause, subcontractor };
    if (failure !== null) return [{ ...item, subItem: null, limit: '', measured: failure.facts, unit: null, verdict }];
    return subItems.map((subItem) => ({
      ...item,
      subItem: subItem.name,
      limit: subItem.limit,
      measured: decisive(subItem).measured,
      unit: subItem.unit,
      verdict: subItem.verdict,
    }));
  });
}

/** The first specimen that has the verdict of its sub-item: one that failed, where one did. */
function decisive({ specimens, verdict }: SubItem): { readonly measured: string } {
  return specimens.find((specimen) => specimen.verdict === verdict) ?? specimens[0] ?? { measured: '' };
}

/** What became of a row of an import (收集结果). */
export const importOutcomes = ['TAKEN', 'UPDATED', 'UNCHANGED', 'LEFT_OUT', 'REFUSED'] as const;

export type ImportOutcome = (typeof importOutcomes)[number];

/** How many rows of an import became what. */
export interface ImportCounts extends Record<ImportOutcome, number> {
  /** Of those taken, updated or unchanged: how many were repaired. */
  repaired: number;
}

export const noCounts: ImportCounts = { TAKEN: 0, UPDATED: 0, UNCHANGED: 0, LEFT_OUT: 0, REFUSED: 0, repaired: 0 };

/** The counts with some rows more. */
export function countedWith(counts: ImportCounts, lines: readonly { readonly outcome: ImportOutcome; readonly repairs: string }[]): ImportCounts {
  const after = { ...counts };
  for (const { outcome, repairs } of lines) {
    after[outcome] += 1;
    if (outcome !== 'REFUSED' && repairs !== '') after.repaired += 1;
  }
  return after;
}

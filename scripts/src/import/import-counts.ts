/** What became of the rows of an import (收集结果). */
export interface ImportCounts {
  TAKEN: number;
  UPDATED: number;
  UNCHANGED: number;
  LEFT_OUT: number;
  REFUSED: number;
  /** Of those taken, updated or unchanged: how many were repaired. */
  repaired: number;
}

export type ImportOutcome = Exclude<keyof ImportCounts, 'repaired'>;

export const noCounts: ImportCounts = { TAKEN: 0, UPDATED: 0, UNCHANGED: 0, LEFT_OUT: 0, REFUSED: 0, repaired: 0 };

/** As "9,818 rows: 9,800 taken, …". */
export function countsInWords({ TAKEN, UPDATED, UNCHANGED, LEFT_OUT, REFUSED, repaired }: ImportCounts): string {
  const number = (value: number) => value.toLocaleString('en');
  const rows = TAKEN + UPDATED + UNCHANGED + LEFT_OUT + REFUSED;
  return `${number(rows)} rows: ${number(TAKEN)} taken, ${number(UPDATED)} updated, ${number(UNCHANGED)} unchanged, ${number(LEFT_OUT)} left out, ${number(REFUSED)} refused; ${number(repaired)} repaired`;
}

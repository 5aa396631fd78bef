import type { ImportCounts } from '@hub/imports/running/import-counts.js';

/** As "9,818 rows: 9,800 taken, …". */
export function countsInWords({ TAKEN, UPDATED, UNCHANGED, LEFT_OUT, REFUSED, repaired }: ImportCounts): string {
  const number = (value: number) => value.toLocaleString('en');
  const rows = TAKEN + UPDATED + UNCHANGED + LEFT_OUT + REFUSED;
  return `${number(rows)} rows: ${number(TAKEN)} taken, ${number(UPDATED)} updated, ${number(UNCHANGED)} unchanged, ${number(LEFT_OUT)} left out, ${number(REFUSED)} refused; ${number(repaired)} repaired`;
}

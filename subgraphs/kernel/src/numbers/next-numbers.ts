import type { Transaction } from '../unit-of-work/transaction.js';
import { yearInShanghai } from '../calendar/year-in-shanghai.js';

/** Takes the next `count` business numbers (编号) of a series, such as JH-2026-000017; without gaps, as part of the transaction. */
export async function nextNumbers(tx: Transaction, series: string, at: Date, count: number): Promise<string[]> {
  const year = yearInShanghai(at);
  const [row] = await tx.$queryRawUnsafe<{ last: number }[]>(
    `INSERT INTO kernel.number_series (series, year, last) VALUES ($1, $2::int, $3::int)
     ON CONFLICT (series, year) DO UPDATE SET last = kernel.number_series.last + excluded.last
     RETURNING last`,
    series,
    year,
    count,
  );
  const last = row?.last ?? count;
  return Array.from({ length: count }, (_, index) => `${series}-${year}-${String(last - count + 1 + index).padStart(6, '0')}`);
}

/** Takes the next business number of a series. */
export async function nextNumber(tx: Transaction, series: string, at: Date): Promise<string> {
  const [number = ''] = await nextNumbers(tx, series, at, 1);
  return number;
}

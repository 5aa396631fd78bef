import type { BoardRow } from './step-timeliness.js';

/** The duties that began in one month, by how they stand; each is counted once. */
export interface MonthOfDuties {
  /** Such as 2026-11. */
  readonly month: string;
  readonly inTime: number;
  readonly doneLate: number;
  readonly open: number;
  readonly late: number;
}

/** The board by month, earliest first, all kinds of duty together. */
export function monthsOf(board: readonly BoardRow[]): MonthOfDuties[] {
  const months = new Map<string, MonthOfDuties>();
  for (const { periodBegins, done, doneLate, open, late } of board) {
    const month = periodBegins.slice(0, 7);
    const before = months.get(month) ?? { month, inTime: 0, doneLate: 0, open: 0, late: 0 };
    months.set(month, {
      month,
      inTime: before.inTime + done - doneLate,
      doneLate: before.doneLate + doneLate,
      open: before.open + open - late,
      late: before.late + late,
    });
  }
  return [...months.values()].sort((one, other) => one.month.localeCompare(other.month));
}

import type { TimelinessPeriod } from '../generated/graphql.js';

/** Most periods that one board tells of. */
export const longestSpan = 400;
const standardSpan = 12;

/** Days, as YYYY-MM-DD, that a board covers: from the first day of a period to a last day. */
export interface TimelinessSpan {
  readonly from: string;
  readonly until: string;
  readonly periods: number;
}

/**
 * The whole periods that a board covers.
 *
 * @param today the day in Asia/Shanghai
 */
export function timelinessSpan(period: TimelinessPeriod, since: string | null | undefined, until: string | null | undefined, today: string): TimelinessSpan {
  const last = until ?? today;
  const end = periodOf(period, last);
  const begin = since == null ? end - (standardSpan - 1) : periodOf(period, since);
  return { from: dayOf(period, begin), until: last, periods: end - begin + 1 };
}

const day = 86_400_000;
/** A Monday. */
const firstWeek = Date.UTC(1970, 0, 5);

/** Number of the period in which a day lies. */
function periodOf(period: TimelinessPeriod, text: string): number {
  const date = new Date(`${text}T00:00:00Z`);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (period) {
    case 'DAY':
      return Math.floor(date.getTime() / day);
    case 'WEEK':
      return Math.floor((date.getTime() - firstWeek) / (7 * day));
    case 'MONTH':
      return year * 12 + month;
    case 'QUARTER':
      return year * 4 + Math.floor(month / 3);
    case 'YEAR':
      return year;
  }
}

function dayOf(period: TimelinessPeriod, number: number): string {
  return new Date(beginningOf(period, number)).toISOString().slice(0, 10);
}

function beginningOf(period: TimelinessPeriod, number: number): number {
  switch (period) {
    case 'DAY':
      return number * day;
    case 'WEEK':
      return firstWeek + number * 7 * day;
    case 'MONTH':
      return Date.UTC(Math.floor(number / 12), number % 12, 1);
    case 'QUARTER':
      return Date.UTC(Math.floor(number / 4), (number % 4) * 3, 1);
    case 'YEAR':
      return Date.UTC(number, 0, 1);
  }
}

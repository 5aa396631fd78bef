import { firstDayOf, periodOf } from '@hub/kernel/calendar/calendar-period.js';
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
  return { from: firstDayOf(period, begin), until: last, periods: end - begin + 1 };
}

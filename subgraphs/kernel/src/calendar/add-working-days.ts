import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { isWorkingDay } from './is-working-day.js';

/**
 * The day that is so many working days after a day; the first is not counted (5.4.3 b).
 *
 * @param day YYYY-MM-DD in Asia/Shanghai
 * @param count at least 1
 * @throws Refusal WORKING_CALENDAR_MISSING where it leads into a year that is not in the calendar
 */
export function addWorkingDays(day: string, count: number, calendar: WorkingCalendar): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = nextDay(at);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

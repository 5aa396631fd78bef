import type { DaySpan } from '@hub/schema/code-lists/day-span.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { calendarDaysAfter } from './calendar-days-after.js';
import { dayInShanghai } from './day-in-shanghai.js';
import { isWorkingDay } from './is-working-day.js';
import { workingDaysAfter } from './working-days-after.js';

const day = 86_400_000;

/**
 * When a limit of days ends that begins at a time (民法典 201, 203): the day on which it begins is not counted, and the last one ends at midnight in
 * Asia/Shanghai; a last day on which nobody works is followed by those up to the next working day.
 *
 * @returns the first moment that is too late
 * @throws Refusal WORKING_CALENDAR_MISSING where it leads into a year that is not in the calendar
 */
export function dayLimitEnds(from: Date, { amount, unit }: DaySpan, calendar: WorkingCalendar): Date {
  if (unit === 'WORKING_DAY') return workingDaysAfter(from, amount, calendar);
  let end = calendarDaysAfter(from, amount).getTime();
  while (!isWorkingDay(dayInShanghai(new Date(end - day)), calendar)) end += day;
  return new Date(end);
}

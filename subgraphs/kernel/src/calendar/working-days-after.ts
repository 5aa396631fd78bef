import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { addWorkingDays } from './add-working-days.js';
import { dayInShanghai } from './day-in-shanghai.js';
import { startOfDayInShanghai } from './start-of-day-in-shanghai.js';

const day = 86_400_000;

/**
 * When a limit of working days ends that begins at a time: the end of the last day in Asia/Shanghai, that is midnight after it.
 *
 * @throws Refusal WORKING_CALENDAR_MISSING
 */
export function workingDaysAfter(time: Date, count: number, calendar: WorkingCalendar): Date {
  return new Date(startOfDayInShanghai(addWorkingDays(dayInShanghai(time), count, calendar)).getTime() + day);
}

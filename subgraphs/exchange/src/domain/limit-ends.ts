import { limitAfter } from '@hub/kernel/calendar/limit-after.js';
import { workingDaysAfter } from '@hub/kernel/calendar/working-days-after.js';
import type { ElapsedSpan, WorkingSpan } from '@hub/schema/code-lists/duty-limits.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';

/**
 * When a limit ends that begins at a time (5.4.3 b), in whatever unit it is set.
 *
 * @throws Refusal WORKING_CALENDAR_MISSING where working days lead into a year that is not in the calendar
 */
export function limitEnds(from: Date, span: ElapsedSpan | WorkingSpan, calendar: WorkingCalendar): Date {
  return span.unit === 'WORKING_DAY' ? workingDaysAfter(from, span.amount, calendar) : limitAfter(from, span);
}

import type { ElapsedSpan } from '@hub/schema/code-lists/duty-limits.js';
import { calendarDaysAfter } from './calendar-days-after.js';
import { elapsedAfter } from './elapsed-after.js';

/** When a limit ends that begins at a time and needs no calendar of holidays (5.4.3 b): hours run on from the instant, days are those of the calendar. @returns the first moment that is too late */
export function limitAfter(from: Date, span: ElapsedSpan): Date {
  return span.unit === 'HOUR' ? elapsedAfter(from, span) : calendarDaysAfter(from, span.amount);
}

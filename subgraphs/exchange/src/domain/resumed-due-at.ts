import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { isWorkingDay } from '@hub/kernel/calendar/is-working-day.js';
import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';
import { workingDaysAfter } from '@hub/kernel/calendar/working-days-after.js';
import { dutyLimits, type DutyLimit } from '@hub/schema/code-lists/duty-limits.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';

const day = 86_400_000;
const limits: ReadonlyMap<string, DutyLimit> = new Map(Object.entries(dutyLimits));

/** A duty whose clock stands. */
export interface PausedDuty {
  readonly kind: string;
  readonly dueAt: Date;
  readonly pausedAt: Date;
}

/**
 * When a duty is due whose clock runs again (恢复计时, 5.4.3 b): what was left of its limit when it was paused is left when it goes on. Hours and days are shifted by
 * the pause; of working days those are left that came after the day of the pause, and the day on which it goes on is not counted, as the first day of a limit is not.
 *
 * @throws Refusal WORKING_CALENDAR_MISSING where working days lead into a year that is not in the calendar
 */
export function resumedDueAt({ kind, dueAt, pausedAt }: PausedDuty, resumedAt: Date, calendar: WorkingCalendar): Date {
  if (limits.get(kind)?.within?.unit !== 'WORKING_DAY') return new Date(dueAt.getTime() + resumedAt.getTime() - pausedAt.getTime());
  const left = workingDaysBetween(dayInShanghai(pausedAt), dayInShanghai(new Date(dueAt.getTime() - 1)), calendar);
  if (left > 0) return workingDaysAfter(resumedAt, left, calendar);
  // Paused on its last day: it ends with the day on which it goes on, and not before it would have.
  return new Date(Math.max(dueAt.getTime(), startOfDayInShanghai(dayInShanghai(resumedAt)).getTime() + day));
}

/** Working days after a day, up to another. */
function workingDaysBetween(after: string, upTo: string, calendar: WorkingCalendar): number {
  let count = 0;
  for (let at = Date.parse(`${after}T00:00:00Z`) + day; at <= Date.parse(`${upTo}T00:00:00Z`); at += day) {
    if (isWorkingDay(new Date(at).toISOString().slice(0, 10), calendar)) count += 1;
  }
  return count;
}

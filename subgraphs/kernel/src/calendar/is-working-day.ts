import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { Refusal } from '../refusals/refusal.js';

/**
 * Whether people work on a calendar day in China: Monday to Friday without the holidays, and the days on which work is made up.
 *
 * @param day YYYY-MM-DD
 * @throws Refusal WORKING_CALENDAR_MISSING where the year is not in the calendar: to count without it would promise a wrong day
 */
export function isWorkingDay(day: string, calendar: WorkingCalendar): boolean {
  const year = calendar[day.slice(0, 4)];
  if (!year) throw new Refusal('WORKING_CALENDAR_MISSING', { parameters: { year: day.slice(0, 4), known: Object.keys(calendar).join(', ') } });
  if (year.makeUpDays.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !year.holidays.includes(day);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What the State Council's notice (国务院办公厅关于部分节假日安排的通知) makes of a year. */
export interface CalendarYear {
  /** Days off, YYYY-MM-DD. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays on which work is made up (调休). */
  readonly makeUpDays: readonly string[];
}

/** The working days of years (工作日历): a year that is not in it is not known, and nobody counts in it. */
export type WorkingCalendar = Readonly<Record<string, CalendarYear>>;

/** By package name, for the compiled file lies elsewhere than the list. */
const file = createRequire(import.meta.url).resolve('@hub/schema/code-lists/working-calendar.json');

/** The years whose notice had been published when the list was made. */
export const workingCalendar = JSON.parse(readFileSync(file, 'utf8')) as WorkingCalendar;

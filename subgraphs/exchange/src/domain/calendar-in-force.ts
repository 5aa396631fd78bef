import { calendarOf } from '@hub/schema/code-lists/calendar-codes.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';

/** The calendar by which limits are counted: years that a steward has published go before those of the operator's file, and these before those that came with the hub. */
export function calendarInForce(settings: WorkingCalendar, published: CodeListContent | undefined): WorkingCalendar {
  return published === undefined ? settings : { ...settings, ...calendarOf(published.codes) };
}

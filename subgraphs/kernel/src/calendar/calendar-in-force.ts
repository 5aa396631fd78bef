import { calendarOf } from '@hub/schema/code-lists/calendar-codes.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { workingCalendar, type WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';

/**
 * The calendar by which limits are counted: years that a steward has published go before those of the operator's file, and these before those that came with
 * the hub. The first published version is what came with the hub: of it, only what a steward has changed goes before the file.
 */
export function calendarInForce(settings: WorkingCalendar, published: Pick<CodeListContent, 'codes'> | undefined): WorkingCalendar {
  if (published === undefined) return settings;
  const changed = Object.entries(calendarOf(published.codes)).filter(([year, days]) => JSON.stringify(days) !== JSON.stringify(workingCalendar[year]));
  return { ...settings, ...Object.fromEntries(changed) };
}

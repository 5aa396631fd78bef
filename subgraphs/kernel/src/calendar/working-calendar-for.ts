import { calendarListId, calendarOf } from '@hub/schema/code-lists/calendar-codes.js';
import { workingCalendar, type WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import type { CodeListSnapshots } from '../code-lists/code-list-snapshots.js';
import { yearInShanghai } from './year-in-shanghai.js';

/** The working calendar (工作日历) by which a limit that begins at a time is counted: as a steward published it, else as it comes with the hub. */
export function workingCalendarFor(codeLists: Pick<CodeListSnapshots, 'entriesOf'>, from: Date): WorkingCalendar {
  const years = [yearInShanghai(from), yearInShanghai(from) + 1];
  return { ...workingCalendar, ...calendarOf(years.flatMap((year) => codeLists.entriesOf(calendarListId, String(year)) ?? [])) };
}

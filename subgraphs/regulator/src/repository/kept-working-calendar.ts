import { calendarInForce } from '@hub/kernel/calendar/calendar-in-force.js';
import { yearInShanghai } from '@hub/kernel/calendar/year-in-shanghai.js';
import { keptCodes } from '@hub/kernel/code-lists/kept-codes.js';
import { calendarListId } from '@hub/schema/code-lists/calendar-codes.js';
import type { WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import type { RegulatorTransaction } from './database.js';

const unpublished = { holidays: [], makeUpDays: [] };

/**
 * The working calendar (工作日历) as the regulators keep it, for where an event is taken in: an inbox waits for no calendar, so that of a year that none is
 * published for only weekends are known.
 * @param operators the calendar that comes with the hub, with the years of the operator's file
 */
export async function keptWorkingCalendar(tx: RegulatorTransaction, from: Date, operators: WorkingCalendar): Promise<WorkingCalendar> {
  const codes = await keptCodes(tx, calendarListId);
  const year = yearInShanghai(from);
  return {
    [String(year)]: unpublished,
    [String(year + 1)]: unpublished,
    ...calendarInForce(operators, codes && { codes }),
  };
}

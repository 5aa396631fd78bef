import { codeEntry, type CodeEntry, type CodeListContent } from './code-list.js';
import { workingCalendar, type WorkingCalendar } from './working-calendar.js';

/** Name of the working calendar among the code lists. */
export const calendarListId = 'working-calendar';

const holidays = 'holidays';
const makeUpDays = 'makeUpDays';

/** A calendar as a code list: each year a code, valid in that year, with its days off and the days on which work is made up. */
export function calendarContent(calendar: WorkingCalendar = workingCalendar): CodeListContent {
  return { id: calendarListId, zh: '工作日历', en: 'working calendar', codes: Object.entries(calendar).map(([year, days]) => calendarCode(year, days)) };
}

function calendarCode(year: string, days: WorkingCalendar[string]): CodeEntry {
  return codeEntry({
    code: year,
    zh: `${year}年工作日历`,
    en: `working calendar of ${year}`,
    validFrom: `${year}-01-01`,
    validTo: `${Number(year) + 1}-01-01`,
    properties: [
      { name: holidays, values: days.holidays },
      { name: makeUpDays, values: days.makeUpDays },
    ],
  });
}

/** The calendar that such codes tell. */
export function calendarOf(codes: readonly Pick<CodeEntry, 'code' | 'properties'>[]): WorkingCalendar {
  const days = ({ properties }: Pick<CodeEntry, 'properties'>, name: string) => properties.find((property) => property.name === name)?.values ?? [];
  return Object.fromEntries(codes.map((code) => [code.code, { holidays: days(code, holidays), makeUpDays: days(code, makeUpDays) }]));
}

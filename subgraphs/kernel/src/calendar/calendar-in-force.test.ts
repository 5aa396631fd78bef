import { calendarContent } from '@hub/schema/code-lists/calendar-codes.js';
import { workingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { expect, it } from 'vitest';
import { calendarInForce } from './calendar-in-force.js';

const [file, steward] = ['2026-03-03', '2026-04-04'].map((day) => ({ holidays: [day], makeUpDays: [] }));

it('an operator’s year goes before the one that came with the hub, also once that has been published, and a steward’s goes before both', () => {
  const settings = { ...workingCalendar, 2026: file! };
  expect(calendarInForce(settings, undefined)['2026']).toEqual(file);
  expect(calendarInForce(settings, calendarContent())['2026']).toEqual(file);
  const published = calendarInForce(settings, calendarContent({ ...workingCalendar, 2026: steward!, 2027: steward! }));
  expect([published['2025'], published['2026'], published['2027']]).toEqual([workingCalendar['2025'], steward, steward]);
});

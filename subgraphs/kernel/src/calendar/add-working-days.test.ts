import { workingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { expect, it } from 'vitest';
import { addWorkingDays } from './add-working-days.js';
import { isWorkingDay } from './is-working-day.js';
import { workingDaysAfter } from './working-days-after.js';

const after = (day: string, count: number) => addWorkingDays(day, count, workingCalendar);

it('counts from the day after, over weekends', () => {
  expect(after('2025-03-03', 1)).toBe('2025-03-04');
  expect(after('2025-03-07', 1)).toBe('2025-03-10');
  expect(after('2025-03-08', 1)).toBe('2025-03-10');
  expect(after('2025-03-03', 10)).toBe('2025-03-17');
});

it('leaves out holidays and counts the days on which work is made up', () => {
  // 2024: 10–17 February are off, 18 February, a Sunday, is not.
  expect(after('2024-02-09', 1)).toBe('2024-02-18');
  expect(after('2024-02-09', 2)).toBe('2024-02-19');
  // 2025: 1–8 October are off; 28 September, a Sunday, and 11 October, a Saturday, are not.
  expect(after('2025-09-26', 1)).toBe('2025-09-28');
  expect(after('2025-09-30', 1)).toBe('2025-10-09');
  expect(after('2025-09-30', 3)).toBe('2025-10-11');
  // 2026: 15–23 February are off; 14 and 28 February, Saturdays, are not.
  expect(after('2026-02-13', 2)).toBe('2026-02-24');
  expect(isWorkingDay('2026-02-28', workingCalendar)).toBe(true);
});

it('counts over the end of a year whose next one is known, and refuses by code where it is not', () => {
  expect(after('2025-12-31', 1)).toBe('2026-01-04');
  const known = { '2026': workingCalendar['2026']! };
  expect(() => addWorkingDays('2026-12-30', 2, known)).toThrow(expect.objectContaining({ code: 'WORKING_CALENDAR_MISSING', details: { parameters: { year: '2027', known: '2026' } } }));
  expect(addWorkingDays('2026-12-30', 1, known)).toBe('2026-12-31');
});

it('takes the day of a time, and ends with a day, in Asia/Shanghai', () => {
  // 16:30 UTC is past midnight there.
  expect(workingDaysAfter(new Date('2025-03-03T16:30:00Z'), 1, workingCalendar)).toEqual(new Date('2025-03-05T16:00:00Z'));
  expect(workingDaysAfter(new Date('2025-03-03T15:30:00Z'), 1, workingCalendar)).toEqual(new Date('2025-03-04T16:00:00Z'));
});

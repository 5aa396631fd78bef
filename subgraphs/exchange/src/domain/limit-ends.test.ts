import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { workingCalendar, type WorkingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limitEnds } from './limit-ends.js';

const instants = fc.date({ min: new Date('2015-01-01T00:00:00Z'), max: new Date('2026-12-31T15:59:59Z'), noInvalidDate: true });
const amounts = fc.integer({ min: 1, max: 40 });

/** Day, month and year on the walls of Shanghai, by ICU and by nothing that is tested here. */
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const weekday = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', weekday: 'short' });
const hour = 3_600_000;

/** Goes hour by hour, and counts each working day when it begins; the year that is missing, where one is met. */
function endByTheHour(from: Date, count: number, calendar: WorkingCalendar): Date | string {
  let at = new Date(Math.floor(from.getTime() / hour) * hour);
  let day = wall.format(at);
  for (let counted = -1; ; ) {
    at = new Date(at.getTime() + hour);
    const next = wall.format(at);
    if (next === day) continue;
    day = next;
    if (counted === count - 1) return at;
    const year = calendar[day.slice(0, 4)];
    if (!year) return day.slice(0, 4);
    const weekend = ['Sat', 'Sun'].includes(weekday.format(at));
    if (year.makeUpDays.includes(day) || (!weekend && !year.holidays.includes(day))) counted += 1;
  }
}

function ended(from: Date, amount: number, calendar: WorkingCalendar): Date | string {
  try {
    return limitEnds(from, { amount, unit: 'WORKING_DAY' }, calendar);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'WORKING_CALENDAR_MISSING') throw error;
    return String(error.details.parameters?.['year']);
  }
}

it('ends after so many working days as one counts them on the calendar, and names the year that it lacks', () => {
  const years = fc.subarray(Object.keys(workingCalendar), { minLength: 1 });
  fc.assert(
    fc.property(instants, amounts, years, (from, amount, kept) => {
      const calendar = Object.fromEntries(Object.entries(workingCalendar).filter(([year]) => kept.includes(year)));
      expect(ended(from, amount, calendar)).toEqual(endByTheHour(from, amount, calendar));
    }),
    { numRuns: 150 },
  );
});

it('ends no earlier the later it begins, and later the more days there are', () => {
  fc.assert(
    fc.property(instants, instants, amounts, (one, other, amount) => {
      const [first, second] = one <= other ? [one, other] : [other, one];
      const calendar = { ...workingCalendar, 2027: { holidays: [], makeUpDays: [] } };
      const end = (from: Date, count: number) => limitEnds(from, { amount: count, unit: 'WORKING_DAY' }, calendar);
      expect(end(first, amount) <= end(second, amount)).toBe(true);
      expect(end(first, amount) < end(first, amount + 1)).toBe(true);
    }),
  );
});

it('counts hours from the instant on, and days of the calendar in Asia/Shanghai, the first of them not counted, without the working calendar', () => {
  const from = new Date('2031-05-01T08:30:00Z');
  expect(limitEnds(from, { amount: 36, unit: 'HOUR' }, {})).toEqual(new Date('2031-05-02T20:30:00Z'));
  expect(limitEnds(from, { amount: 2, unit: 'CALENDAR_DAY' }, {})).toEqual(new Date('2031-05-03T16:00:00Z'));
  // Half past twelve in the night, there.
  expect(limitEnds(new Date('2031-05-01T16:30:00Z'), { amount: 2, unit: 'CALENDAR_DAY' }, {})).toEqual(new Date('2031-05-04T16:00:00Z'));
});

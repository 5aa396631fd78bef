import { workingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import { expect, it } from 'vitest';
import { dayLimitEnds } from './day-limit-ends.js';

const ends = (from: string, amount: number, unit: 'CALENDAR_DAY' | 'WORKING_DAY') => dayLimitEnds(new Date(from), { amount, unit }, workingCalendar).toISOString();

it('does not count the day on which it begins, and ends with the last one, in Asia/Shanghai', () => {
  // 2026-03-03 in Shanghai, early and late; the fifteenth day after it is 18 March.
  expect(ends('2026-03-02T16:00:00Z', 15, 'CALENDAR_DAY')).toBe('2026-03-18T16:00:00.000Z');
  expect(ends('2026-03-03T15:59:59Z', 15, 'CALENDAR_DAY')).toBe('2026-03-18T16:00:00.000Z');
});

it('goes on to the next working day where nobody works on the last one (民法典 203)', () => {
  // 15 March 2026 is a Sunday; 15 to 23 February 2026 are off.
  expect(ends('2026-02-28T01:00:00Z', 15, 'CALENDAR_DAY')).toBe('2026-03-16T16:00:00.000Z');
  expect(ends('2026-02-03T01:00:00Z', 15, 'CALENDAR_DAY')).toBe('2026-02-24T16:00:00.000Z');
});

it('counts working days where the limit is one of them', () => {
  expect(ends('2026-03-03T01:00:00Z', 7, 'WORKING_DAY')).toBe('2026-03-12T16:00:00.000Z');
});

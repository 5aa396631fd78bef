import { addWorkingDays } from '@hub/kernel/calendar/add-working-days.js';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { workingCalendar } from '@hub/schema/code-lists/working-calendar.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limitEnds } from './limit-ends.js';
import { resumedDueAt } from './resumed-due-at.js';

const at = (time: string) => new Date(`${time}+08:00`);
const resumed = (kind: string, dueAt: Date, pausedAt: Date, resumedAt: Date) => resumedDueAt({ kind, dueAt, pausedAt }, resumedAt, workingCalendar);

it('shifts hours and days by the pause, to the millisecond', () => {
  expect(resumed('FulfilDirection', at('2026-03-10T12:00:00'), at('2026-03-05T09:30:00'), at('2026-03-07T10:00:00'))).toEqual(at('2026-03-12T12:30:00'));
  expect(resumed('AKindOfLater', at('2026-03-10T12:00:00'), at('2026-03-05T00:00:00'), at('2026-03-06T00:00:00'))).toEqual(at('2026-03-11T12:00:00'));
});

it('leaves of working days what was left, over weekends and holidays, and does not count the day on which it goes on', () => {
  // Monday, 2 March; ten working days end with Monday, 16 March. On Friday, the 6th, six are left.
  const dueAt = limitEnds(at('2026-03-02T10:00:00'), { amount: 10, unit: 'WORKING_DAY' }, workingCalendar);
  expect(dueAt).toEqual(at('2026-03-17T00:00:00'));
  expect(resumed('AnswerDataCorrection', dueAt, at('2026-03-06T15:00:00'), at('2026-03-09T09:00:00'))).toEqual(at('2026-03-18T00:00:00'));
  // A pause within a weekend takes nothing away, and gives nothing.
  expect(resumed('AnswerDataCorrection', dueAt, at('2026-03-07T09:00:00'), at('2026-03-08T09:00:00'))).toEqual(dueAt);
  // 15 to 23 February are off; 14 and 28 February, Saturdays, are not.
  const beforeFestival = limitEnds(at('2026-02-10T10:00:00'), { amount: 5, unit: 'WORKING_DAY' }, workingCalendar);
  expect(beforeFestival).toEqual(at('2026-02-25T00:00:00'));
  expect(resumed('AnswerDataCorrection', beforeFestival, at('2026-02-12T10:00:00'), at('2026-02-24T10:00:00'))).toEqual(at('2026-02-28T00:00:00'));
});

it('gives the day on which it goes on, where it was paused on the last', () => {
  const dueAt = at('2026-03-17T00:00:00');
  expect(resumed('AnswerDataCorrection', dueAt, at('2026-03-16T15:00:00'), at('2026-03-19T09:00:00'))).toEqual(at('2026-03-20T00:00:00'));
  expect(resumed('AnswerDataCorrection', dueAt, at('2026-03-16T15:00:00'), at('2026-03-16T16:00:00'))).toEqual(dueAt);
});

it('never brings a due time forward, and is due as soon where it stood no time', () => {
  const time = fc.date({ min: at('2026-01-05T00:00:00'), max: at('2026-06-01T00:00:00'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom('AnswerDataCorrection', 'FulfilDirection'), time, fc.integer({ min: 1, max: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 60 }), (kind, from, amount, part, hours) => {
      const dueAt = limitEnds(from, { amount, unit: kind === 'AnswerDataCorrection' ? 'WORKING_DAY' : 'CALENDAR_DAY' }, workingCalendar);
      const pausedAt = new Date(from.getTime() + Math.floor((dueAt.getTime() - 1 - from.getTime()) * part));
      const after = resumed(kind, dueAt, pausedAt, new Date(pausedAt.getTime() + hours * 3_600_000));
      expect(after.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
      expect(resumed(kind, dueAt, pausedAt, pausedAt)).toEqual(dueAt);
      if (kind === 'FulfilDirection') expect(after.getTime() - dueAt.getTime()).toBe(hours * 3_600_000);
    }),
  );
  expect(addWorkingDays(dayInShanghai(at('2026-03-02T10:00:00')), 10, workingCalendar)).toBe('2026-03-16');
});

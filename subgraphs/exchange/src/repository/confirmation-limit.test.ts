import { dutyLimitsOf } from '@hub/schema/code-lists/duty-limit-codes.js';
import { expect, it } from 'vitest';
import { confirmationLimit } from './confirmation-limit.js';

const limits = dutyLimitsOf([], '2026-11-27');
const calendar = { 2026: { holidays: [], makeUpDays: [] } };

it('counts working days where the calendar has them', () => {
  expect(confirmationLimit(new Date('2026-11-27T02:00:00Z'), limits, calendar)).toEqual(new Date('2026-12-01T16:00:00Z'));
});

it('counts the days as they come where the calendar lacks the year, so that an incident can be closed', () => {
  expect(confirmationLimit(new Date('2026-12-31T02:00:00Z'), limits, calendar)).toEqual(new Date('2027-01-02T16:00:00Z'));
});

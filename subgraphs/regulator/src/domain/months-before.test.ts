import { expect, it } from 'vitest';
import { monthsBefore } from './months-before.js';

it.each([
  ['2026-07-15T10:00:00+08:00', 6, '2026-01-15'],
  // A shorter month ends earlier.
  ['2026-08-31T10:00:00+08:00', 6, '2026-02-28'],
  ['2028-08-31T10:00:00+08:00', 6, '2028-02-29'],
  ['2026-03-01T00:00:00+08:00', 6, '2025-09-01'],
  // Still the day before in UTC.
  ['2026-07-15T01:00:00+08:00', 6, '2026-01-15'],
])('%s less %i months begins on %s', (time, months, day) => {
  expect(monthsBefore(new Date(time), months)).toEqual(new Date(`${day}T00:00:00+08:00`));
});

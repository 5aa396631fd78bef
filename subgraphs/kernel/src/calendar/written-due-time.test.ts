import { expect, it } from 'vitest';
import { writtenDueTime } from './written-due-time.js';

it.each([
  ['2026-12-10T16:00:00.000Z', '2026-12-10 24:00'],
  ['2026-12-31T16:00:00.000Z', '2026-12-31 24:00'],
  ['2026-12-10T15:59:59.999Z', '2026-12-10 23:59'],
  ['2026-12-10T16:00:00.001Z', '2026-12-11 00:00'],
  ['2026-12-10T16:01:00.000Z', '2026-12-11 00:01'],
  ['2026-12-10T08:30:00.000Z', '2026-12-10 16:30'],
])('a due time at %s is written as %s', (at, written) => {
  expect(writtenDueTime(new Date(at))).toBe(written);
});

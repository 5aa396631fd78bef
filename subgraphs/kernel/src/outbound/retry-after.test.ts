import { expect, it } from 'vitest';
import { retryAfter } from './retry-after.js';

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Mon, 30 Nov 2026 10:00:00 GMT', 3_600_000],
  ['Mon, 30 Nov 2026 08:00:00 GMT', 0],
  ['-5', undefined],
  ['1.5', undefined],
  ['2027', 2_027_000],
  ['2027-01-01', undefined],
  ['9999999999', undefined],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After "%s" is %s milliseconds', (header, expected) => {
  expect(retryAfter(header, new Date('2026-11-30T09:00:00Z'))).toBe(expected);
});

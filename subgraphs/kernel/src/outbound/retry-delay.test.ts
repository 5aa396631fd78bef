import { expect, it } from 'vitest';
import { retryDelay } from './retry-delay.js';

const pace = { firstSeconds: 5, longestSeconds: 3600 };

it('waits twice as long after each failure up to the longest, and of that at least half', () => {
  expect([1, 2, 3, 10, 11, 1_000_000].map((failures) => retryDelay(failures, pace, 1))).toEqual([5_000, 10_000, 20_000, 2_560_000, 3_600_000, 3_600_000]);
  expect(retryDelay(1, pace, 0)).toBe(2_500);
});

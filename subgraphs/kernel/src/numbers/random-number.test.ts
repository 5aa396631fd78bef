import { expect, it } from 'vitest';
import { randomNumber } from './random-number.js';

it('a random number tells its series and the year in Shanghai, and nothing by its order', () => {
  const numbers = Array.from({ length: 1000 }, () => randomNumber('SJ', new Date('2026-12-31T16:00:00Z')));
  for (const number of numbers) expect(number).toMatch(/^SJ-2027-[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(new Set(numbers).size).toBe(1000);
  expect(numbers).not.toEqual(numbers.toSorted());
});

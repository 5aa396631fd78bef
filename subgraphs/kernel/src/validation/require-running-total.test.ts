import { expect, it } from 'vitest';
import { requireRunningTotal } from './require-running-total.js';

const refusedAt = (units: number, before: number, of: number | null) => {
  try {
    requireRunningTotal({ field: 'recovered', units, before, ofField: 'affected', of });
  } catch (error) {
    return (error as { details: { field: string } }).details.field;
  }
  return 'taken';
};

it.each([
  [40, 60, 100, 'taken'],
  [41, 60, 100, 'recovered'],
  [0, 60, 59, 'affected'],
  [-1, 0, null, 'recovered'],
  [0, 0, -1, 'affected'],
  [5, 0, null, 'taken'],
  [2_147_483_647, 1, null, 'recovered'],
])('%i after %i, of %s: %s', (units, before, of, at) => {
  expect(refusedAt(units, before, of)).toBe(at);
});

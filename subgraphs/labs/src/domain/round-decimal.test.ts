import { expect, it } from 'vitest';
import { roundDecimal } from './round-decimal.js';

it.each([
  // Examples of GB/T 8170-2008, 3.2.
  ['12.1498', 1, '12.1'],
  ['12.1498', 0, '12'],
  ['10.5002', 0, '11'],
  ['1.050', 1, '1.0'],
  ['0.35', 1, '0.4'],
  ['-0.0365', 3, '-0.036'],
  ['-0.045', 2, '-0.04'],
  ['0.75', 3, '0.75'],
  ['9.99', 1, '10.0'],
  ['0.7500000000000000001', 2, '0.75'],
])('%s is rounded to %i places as GB/T 8170 says: %s', (decimal, places, rounded) => {
  expect(roundDecimal(decimal, places)).toBe(rounded);
});

import { expect, it } from 'vitest';
import { hasLostDigits, numberInCell } from './number-in-cell.js';

it.each([
  ['12.5', '12.5'],
  ['0.30000000000000004', '0.3'],
  ['46082.395833333336', '46082.3958333333'],
  ['1.5E+3', '1500'],
  ['6901234567890', '6901234567890'],
  ['123456789012345', '123456789012345'],
  ['999999999999999.9', '1E+15'],
  ['12345678901234500', '1.23456789012345E+16'],
  ['-1.2345678901234501E+17', '-1.23456789012345E+17'],
  ['', ''],
  ['soon', 'soon'],
])('the number "%s" is "%s"', (stored, shown) => {
  expect(numberInCell(stored)).toBe(shown);
});

it.each([
  ['1.23456789012345E+16', true],
  ['6.90123E+12', true],
  ['1E+15', true],
  ['12345678901234567', false],
  ['1.5E+3', false],
  ['1.5E+10', false],
  ['E+16', false],
])('"%s" has lost digits: %j', (text, lost) => {
  expect(hasLostDigits(text)).toBe(lost);
});

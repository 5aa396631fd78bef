import { describe, expect, it } from 'vitest';
import { dateTimeScalar } from './date-time.js';

const read = (value: unknown) => dateTimeScalar.parseValue(value).toISOString();

describe('a time is read as it is written, or refused', () => {
  it.each([
    ['2026-03-01T09:30:00+08:00', '2026-03-01T01:30:00.000Z'],
    ['2024-02-29T00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2026-12-31T23:30:00.5-01:00', '2027-01-01T00:30:00.500Z'],
  ])('%s', (value, time) => {
    expect(read(value)).toBe(time);
  });

  it.each([
    ['a day that no calendar has', '2026-02-30T10:00:00+08:00'],
    ['a leap day of a common year', '2026-02-29T10:00:00+08:00'],
    ['a time without zone', '2026-03-01T09:30:00'],
    ['a year that PostgreSQL does not write', '0000-01-01T00:00:00Z'],
    ['a year past four digits, once in UTC', '9999-12-31T23:59:59-12:00'],
    ['a number', 1_772_328_600],
  ])('%s is refused', (_what, value) => {
    expect(() => read(value)).toThrow('is no time with zone');
  });
});

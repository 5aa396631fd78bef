import { describe, expect, it } from 'vitest';
import { dateScalar } from './date.js';

describe('a calendar day is read as it is written, or refused', () => {
  it('a leap day is one', () => {
    expect(dateScalar.parseValue('2024-02-29')).toBe('2024-02-29');
  });

  it.each([
    ['a day that no calendar has', '2026-02-30'],
    ['a year that PostgreSQL does not write', '0000-01-01'],
    ['a time', '2026-03-01T00:00:00Z'],
  ])('%s is refused', (_what, value) => {
    expect(() => dateScalar.parseValue(value)).toThrow('is no calendar day');
  });
});

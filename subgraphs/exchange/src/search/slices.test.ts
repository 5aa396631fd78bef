import { describe, expect, it } from 'vitest';
import { noDay, sliceOf, slicesBetween, writtenFor } from './slices.js';
import { all, has, not } from './tsquery.js';

describe('a slice of the index', () => {
  it('is a year, later ones with greater numbers; years long ago are one, years far ahead another, and records without a day a third', () => {
    expect(['9999-12-31', '2051-01-01', '2026-12-31', '2025-01-01', '2015-01-01', '2014-12-31', '1973-06-01', noDay].map(sliceOf)).toEqual([38, 38, 13, 12, 2, 1, 1, 0]);
  });

  it('is looked into from the latest day on, and as far as is asked for', () => {
    expect(slicesBetween('2024-12-31', '2026-05-01')).toEqual([13, 12, 11]);
    expect(slicesBetween(null, '2015-03-31')).toEqual([2, 1, 0]);
    expect(slicesBetween('1000-01-01', '2015-03-31')).toEqual([2, 1]);
    expect(slicesBetween('2026-05-01', '2025-12-31')).toEqual([]);
  });

  it('has its number before each word that is looked for in it, whatever signs the word has', () => {
    expect(writtenFor(13, all([has('a:crib'), not(has(`=c:O'Neil \\' & 'x`))]))).toBe(`('13a:crib' & !'13=c:O''Neil \\\\'' & ''x')`);
    expect([writtenFor(13, true), writtenFor(13, false)]).toEqual([null, null]);
  });
});

import { describe, expect, it } from 'vitest';
import { trendSpan, valueTrends } from './risk-trend.js';

const span = trendSpan('DAY', '2026-03-10', '2026-03-12', '2026-03-12');
/** Counts of a value on these days of March 2026. */
const told = (counts: Readonly<Record<number, number>>, value = 'FIRE') => Object.entries(counts).map(([day, count]) => ({ day: `2026-03-${day.padStart(2, '0')}`, values: [value], count }));
const risesOf = (counts: Readonly<Record<number, number>>) => valueTrends(told(counts), 'DAY', span, 10)[0]?.points.flatMap(({ rise }) => rise ?? []);

describe('counts period by period (5.1.1)', () => {
  it('are of the periods asked for, the most frequent value first; what lies before is compared with', () => {
    expect(span).toMatchObject({ last: span.first + 2, lead: span.first - 9 });
    const trends = valueTrends([...told({ 9: 5, 10: 1, 12: 2 }), ...told({ 11: 4 }, 'BURN'), ...told({ 2: 3 }, 'LEAD')], 'DAY', span, 10);
    expect(trends.map(({ value, count, points }) => [value, count, points.map((point) => [point.from, point.count])])).toEqual([
      ['BURN', 4, [['2026-03-10', 0], ['2026-03-11', 4], ['2026-03-12', 0]]],
      ['FIRE', 3, [['2026-03-10', 1], ['2026-03-11', 0], ['2026-03-12', 2]]],
    ]);
    expect(valueTrends(told({ 10: 1 }), 'DAY', span, 0)).toEqual([]);
  });

  it('are twelve periods where nobody says since when, and a record of two values counts for each', () => {
    expect(trendSpan('WEEK', null, null, '2026-03-12')).toMatchObject({ first: trendSpan('WEEK', '2025-12-22', null, '2026-03-12').first });
    expect(valueTrends([{ day: '2026-03-11', values: ['A', 'B', 'A'], count: 2 }], 'DAY', span, 10).map(({ value, count }) => [value, count])).toEqual([['A', 2], ['B', 2]]);
  });
});

describe('an unusual rise (EARS C2)', () => {
  const steady = { 1: 4, 2: 6, 3: 4, 4: 6, 5: 4, 6: 6, 7: 5, 8: 5, 9: 5 };

  it('is more than three deviations above the mean of seven periods that end two before, with its figures', () => {
    // Mean 5 of the 3rd to the 9th, less two: 3 to 9 March is 4 6 4 6 5 5 5 for the 12th, whose deviation is that of Poisson, √5.
    expect(risesOf({ ...steady, 10: 5, 11: 5, 12: 11 })).toEqual([]);
    expect(risesOf({ ...steady, 10: 5, 11: 5, 12: 12 })).toEqual([{ observed: 12, expected: 5, deviation: 2.236, threshold: 11.708, statistic: 3.13, baselineFrom: '2026-03-03', baselineUntil: '2026-03-09' }]);
  });

  it('does not hide behind its own beginning: the two periods before do not count', () => {
    expect(risesOf({ ...steady, 10: 30, 11: 30, 12: 30 })).toHaveLength(3);
  });

  it('takes a baseline that varies more by its own deviation', () => {
    expect(risesOf({ 3: 0, 4: 12, 5: 0, 6: 12, 7: 0, 8: 11, 9: 0, 12: 20 })).toEqual([]);
  });

  it('is none of fewer than three records, and needs nothing before', () => {
    expect(risesOf({ 12: 2 })).toEqual([]);
    expect(risesOf({ 12: 3 })).toMatchObject([{ expected: 0, threshold: 0, statistic: null }]);
  });
});

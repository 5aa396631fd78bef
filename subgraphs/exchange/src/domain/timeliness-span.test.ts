import { expect, it } from 'vitest';
import type { TimelinessPeriod } from '../generated/graphql.js';
import { timelinessSpan } from './timeliness-span.js';

const today = '2026-11-27';

it.each<[TimelinessPeriod, string]>([
  ['DAY', '2026-11-16'],
  ['WEEK', '2026-09-07'],
  ['MONTH', '2025-12-01'],
  ['QUARTER', '2024-01-01'],
  ['YEAR', '2015-01-01'],
])('covers twelve periods unless told otherwise, today’s the last: %s from %s', (period, from) => {
  expect(timelinessSpan(period, null, null, today)).toEqual({ from, until: today, periods: 12 });
});

it.each<[TimelinessPeriod, string, string, number]>([
  ['WEEK', '2026-01-01', '2025-12-29', 48],
  ['MONTH', '2026-02-28', '2026-02-01', 10],
  ['QUARTER', '2026-06-30', '2026-04-01', 3],
  ['YEAR', '2024-02-29', '2024-01-01', 3],
])('begins with the whole period of the first day: %s of %s on %s', (period, since, from, periods) => {
  expect(timelinessSpan(period, since, null, today)).toEqual({ from, until: today, periods });
});

it('counts no period where the first day lies after the last', () => {
  expect(timelinessSpan('MONTH', '2026-03-01', '2026-01-31', today).periods).toBe(-1);
});

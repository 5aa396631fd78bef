import { expect, it } from 'vitest';
import { timelinessOf } from './timeliness-of.js';

const now = new Date('2026-11-28T08:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

it('is in time up to the limit, and stale behind it', () => {
  expect(timelinessOf('PT5M', minutesAgo(0), now)).toBe('IN_TIME');
  expect(timelinessOf('PT5M', minutesAgo(5), now)).toBe('IN_TIME');
  expect(timelinessOf('PT5M', new Date(minutesAgo(5).getTime() - 1), now)).toBe('STALE');
  expect(timelinessOf('P1D', minutesAgo(6), now)).toBe('IN_TIME');
});

it('is stale where the owner was never heard, and nothing where there is no limit', () => {
  expect(timelinessOf('PT5M', undefined, now)).toBe('STALE');
  expect(timelinessOf(null, undefined, now)).toBeUndefined();
});

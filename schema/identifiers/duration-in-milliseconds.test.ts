import { describe, expect, it } from 'vitest';
import { durationInMilliseconds } from './duration-in-milliseconds.js';

const minute = 60_000;

describe('a duration (ISO 8601) is read strictly', () => {
  it.each([
    ['P10D', 14_400],
    ['PT36H', 2_160],
    ['P3DT12H', 5_040],
    ['P1DT2H3M', 1_563],
    ['PT90M', 90],
  ])('%s is %d minutes', (duration, minutes) => {
    expect(durationInMilliseconds(duration)).toBe(minutes * minute);
  });

  it.each(['', 'P', 'PT', 'P1DT', '10D', 'P10', 'p10d', 'P-1D', 'P1.5D', 'P2W', 'P1M', 'PT1S', 'P0D', 'P99999D', ' P1D', 'P1D\n'])(
    '%j is none',
    (duration) => {
      expect(durationInMilliseconds(duration)).toBeUndefined();
    },
  );
});

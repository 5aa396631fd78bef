import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { describe, expect, it } from 'vitest';
import type { LimitKind, Verdict } from '../generated/graphql.js';
import { verdictByLimit } from './verdict-by-limit.js';

const by = (limitKind: LimitKind, limit: string, measured: string, verdict: Verdict = 'CONFORMING') =>
  verdictByLimit({ limitKind, limit, measured, verdict }, 'results.0');
const code = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details.field];
    throw error;
  }
  return undefined;
};

describe('the verdict that follows from a limit (5.3.3)', () => {
  it.each<[LimitKind, string, string, Verdict]>([
    ['MAXIMUM', '0.75', '0.75', 'CONFORMING'],
    ['MAXIMUM', '0.75', '0.750', 'CONFORMING'],
    ['MAXIMUM', '0.3', '0.30000000000000000001', 'NONCONFORMING'],
    ['MAXIMUM', '9007199254740993', '9007199254740992', 'CONFORMING'],
    ['MAXIMUM', '9007199254740992', '9007199254740993', 'NONCONFORMING'],
    ['MAXIMUM', '-5', '-5.1', 'CONFORMING'],
    ['MAXIMUM', '-0.5', '-0.05', 'NONCONFORMING'],
    ['MAXIMUM', '20', '<LOD', 'CONFORMING'],
    ['MAXIMUM', '20', '<LOQ', 'CONFORMING'],
    ['MINIMUM', '3', '3', 'CONFORMING'],
    ['MINIMUM', '3', '+2.9', 'NONCONFORMING'],
    ['RANGE', '4.0~8.5', '4', 'CONFORMING'],
    ['RANGE', '4.0 ~ 8.5', '8.50', 'CONFORMING'],
    ['RANGE', '4.0~8.5', '8.51', 'NONCONFORMING'],
    ['RANGE', '-2~-1', '-3', 'NONCONFORMING'],
  ])('%s %s, measured %s: %s', (kind, limit, measured, verdict) => {
    expect(by(kind, limit, measured)).toBe(verdict);
  });

  it('is the lab’s own where the limit is a text, or a value below detection stands against a minimum', () => {
    expect(by('TEXT', '不得有裂纹', '无裂纹')).toBeUndefined();
    expect(by('MINIMUM', '3', '<LOD')).toBeUndefined();
    expect(by('RANGE', '4.0~8.5', '<LOQ')).toBeUndefined();
  });

  it('needs numbers: a limit that is none is refused, and what is no number can only be left unjudged', () => {
    expect(code(() => by('MAXIMUM', '≤0.75', '0.5'))).toEqual(['VALUE_INVALID', 'results.0.limit']);
    expect(code(() => by('RANGE', '8.5~4.0', '5'))).toEqual(['VALUE_INVALID', 'results.0.limit']);
    expect(code(() => by('RANGE', '4.0-8.5', '5'))).toEqual(['VALUE_INVALID', 'results.0.limit']);
    expect(code(() => by('MAXIMUM', '0.75', '0,5'))).toEqual(['VALUE_INVALID', 'results.0.measured']);
    expect(code(() => by('MAXIMUM', '0.75', '样品损坏', 'NOT_JUDGED'))).toBeUndefined();
  });
});

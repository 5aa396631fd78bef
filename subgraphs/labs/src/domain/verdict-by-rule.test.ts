import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { describe, expect, it } from 'vitest';
import type { DecisionRule, LimitKind, RoundingRule, Verdict } from '../generated/graphql.js';
import { verdictByRule } from './verdict-by-rule.js';

interface More {
  verdict?: Verdict;
  rounding?: RoundingRule;
  decisionRule?: DecisionRule;
  uncertainty?: string | null;
  reportingLimit?: string;
}
const fields = { limit: 'subItem.limit', value: 'specimen' };
const by = (
  limitKind: LimitKind,
  limit: string,
  measured: string,
  { verdict = 'CONFORMING', rounding = 'FULL_VALUE', decisionRule = 'SIMPLE_ACCEPTANCE', uncertainty = null, reportingLimit }: More = {},
) => verdictByRule({ limitKind, limit, rounding, decisionRule }, { measured, uncertainty, verdict, ...(reportingLimit === undefined ? {} : { reportingLimit }) }, fields);
const code = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details.field];
    throw error;
  }
  return undefined;
};

describe('the verdict that follows from a limit by simple acceptance (5.3.3)', () => {
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
    expect(code(() => by('MAXIMUM', '≤0.75', '0.5'))).toEqual(['VALUE_INVALID', 'subItem.limit']);
    expect(code(() => by('RANGE', '8.5~4.0', '5'))).toEqual(['VALUE_INVALID', 'subItem.limit']);
    expect(code(() => by('RANGE', '4.0-8.5', '5'))).toEqual(['VALUE_INVALID', 'subItem.limit']);
    expect(code(() => by('MAXIMUM', '0.75', '0,5'))).toEqual(['VALUE_INVALID', 'specimen.measured']);
    expect(code(() => by('MAXIMUM', '0.75', '样品损坏', { verdict: 'NOT_JUDGED' }))).toBeUndefined();
  });
});

describe('of a value below a limit of detection or quantification all is judged that it may be', () => {
  it.each<[LimitKind, string, string, Verdict | undefined, More?]>([
    ['MAXIMUM', '20', '20', 'CONFORMING'],
    ['MAXIMUM', '20', '20.01', undefined],
    ['MAXIMUM', '20', '20.01', 'CONFORMING', { rounding: 'ROUNDED_VALUE' }],
    ['MINIMUM', '3', '3', 'NONCONFORMING'],
    ['MINIMUM', '3', '3', undefined, { rounding: 'ROUNDED_VALUE' }],
    ['MINIMUM', '3', '2.5', 'NONCONFORMING', { rounding: 'ROUNDED_VALUE' }],
    ['MINIMUM', '3', '3.1', undefined],
    ['RANGE', '4.0~8.5', '4', 'NONCONFORMING'],
    ['RANGE', '4.0~8.5', '5', undefined],
    ['RANGE', '4.0~8.5', '9', undefined],
    ['MAXIMUM', '20', '19', 'CONFORMING', { decisionRule: 'GUARD_BAND', uncertainty: '1' }],
    ['MAXIMUM', '20', '19.5', undefined, { decisionRule: 'GUARD_BAND', uncertainty: '1' }],
    ['MINIMUM', '3', '2.5', undefined, { decisionRule: 'GUARD_BAND', uncertainty: '1' }],
  ])('%s %s, below %s: %s', (kind, limit, reportingLimit, verdict, more = {}) => {
    for (const measured of ['<LOD', '<LOQ']) expect(by(kind, limit, measured, { ...more, reportingLimit })).toBe(verdict);
  });
});

describe('a value is compared as the rounding rule says (GB/T 8170)', () => {
  it.each<[RoundingRule, LimitKind, string, string, Verdict]>([
    ['FULL_VALUE', 'MAXIMUM', '0.75', '0.754', 'NONCONFORMING'],
    ['ROUNDED_VALUE', 'MAXIMUM', '0.75', '0.754', 'CONFORMING'],
    ['ROUNDED_VALUE', 'MAXIMUM', '0.75', '0.755', 'NONCONFORMING'],
    ['ROUNDED_VALUE', 'MAXIMUM', '0.74', '0.745', 'CONFORMING'],
    ['ROUNDED_VALUE', 'RANGE', '4.0~8.5', '3.96', 'CONFORMING'],
  ])('%s, %s %s, measured %s: %s', (rounding, kind, limit, measured, verdict) => {
    expect(by(kind, limit, measured, { rounding })).toBe(verdict);
  });
});

describe('with a guard band as wide as the expanded uncertainty (ILAC-G8)', () => {
  it.each<[LimitKind, string, string, string, Verdict | undefined]>([
    ['MAXIMUM', '0.75', '0.70', '0.05', 'CONFORMING'],
    ['MAXIMUM', '0.75', '0.71', '0.05', undefined],
    ['MAXIMUM', '0.75', '0.80', '0.05', undefined],
    ['MAXIMUM', '0.75', '0.81', '0.05', 'NONCONFORMING'],
    ['MINIMUM', '3', '3.2', '0.2', 'CONFORMING'],
    ['MINIMUM', '3', '2.9', '0.2', undefined],
    ['MINIMUM', '3', '2.7', '0.2', 'NONCONFORMING'],
    ['RANGE', '4.0~8.5', '6', '1', 'CONFORMING'],
    ['RANGE', '4.0~8.5', '8', '1', undefined],
    ['RANGE', '4.0~8.5', '9.6', '1', 'NONCONFORMING'],
    ['RANGE', '4.0~8.5', '2.9', '1', 'NONCONFORMING'],
    ['MAXIMUM', '20', '<LOD', '1', 'CONFORMING'],
  ])('%s %s, measured %s ± %s: %s', (kind, limit, measured, uncertainty, verdict) => {
    expect(by(kind, limit, measured, { decisionRule: 'GUARD_BAND', uncertainty })).toBe(verdict);
  });

  it('needs the uncertainty', () => {
    expect(code(() => by('MAXIMUM', '0.75', '0.5', { decisionRule: 'GUARD_BAND' }))).toEqual(['VALUE_INVALID', 'specimen.uncertainty']);
    expect(code(() => by('MAXIMUM', '0.75', '0.5', { decisionRule: 'GUARD_BAND', uncertainty: '-1' }))).toEqual(['VALUE_INVALID', 'specimen.uncertainty']);
  });
});

it('where no rule is named, the lab judges by itself, but a limit is written as its kind says', () => {
  expect(by('MAXIMUM', '0.75', '0.9', { decisionRule: 'NO_RULE' })).toBeUndefined();
  expect(code(() => by('MAXIMUM', '约0.75', '0.9', { decisionRule: 'NO_RULE' }))).toEqual(['VALUE_INVALID', 'subItem.limit']);
});

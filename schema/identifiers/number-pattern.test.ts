import { describe, expect, it } from 'vitest';
import { numberSeries, standardNumberPattern, type NumberedKind } from '../code-lists/number-series.js';
import { isSameSequence, makeSameNumber } from './make-same-number.js';
import { numberBy, numberPatternProblem } from './number-pattern.js';

const parts = { prefix: 'JH', region: '330000', year: 2026, seq: 17 };

describe('a rule by which numbers are made (编号规则)', () => {
  it.each([
    ['{prefix}{region}{year}{seq:5}', 'JH330000202600017'],
    ['浙市监抽〔{year}〕{seq}号', '浙市监抽〔2026〕17号'],
    ['{prefix}-{seq:1}', 'JH-17'],
  ])('makes %s to %s', (pattern, number) => {
    expect(numberPatternProblem(pattern, 'COUNTED')).toBeUndefined();
    expect(numberBy(pattern, parts)).toBe(number);
  });

  it.each([
    ['JH-{year}', 'SEQUENCE_MISSING'],
    ['JH-{seq}-{seq}', 'SEQUENCE_MISSING'],
    ['JH-{random}', 'SEQUENCE_MISSING'],
    ['JH-{seq}{random}', 'SEQUENCE_MISSING'],
    ['JH-{month}-{seq}', 'PART'],
    ['JH-{seq:0}', 'PART'],
    ['JH-{seq:12}', 'PART'],
    ['JH-{}{seq}', 'PART'],
    ['JH/{seq}', 'LETTERS'],
    ['JH {seq}', 'LETTERS'],
    ['JH-{seq}}', 'LETTERS'],
    ['ＪＨ{seq}', 'LETTERS'],
    ['JH\u202e{seq}', 'LETTERS'],
    [`${'长'.repeat(31)}{seq}`, 'LENGTH'],
  ])('is refused as %s', (pattern, problem) => {
    expect(numberPatternProblem(pattern, 'COUNTED')).toBe(problem);
  });

  it('holds what is drawn where competitors read it, and no count', () => {
    expect(numberPatternProblem('{prefix}{random}', 'DRAWN')).toBeUndefined();
    expect(numberPatternProblem('{prefix}{seq}', 'DRAWN')).toBe('RANDOM_MISSING');
    expect(numberPatternProblem('{prefix}{random}{seq}', 'DRAWN')).toBe('RANDOM_MISSING');
  });

  it.each([
    ['JH{seq:5}', 'YH{seq:5}', false],
    ['JH{year}{seq:5}', 'JH{seq:9}', true],
    ['JH{year}{seq:5}', 'JH{seq:1}', true],
    ['JH1{seq}', 'JH{seq}', true],
    ['JH{seq}-1', 'JH{seq}', false],
    ['JH{seq}1', 'JH1{seq}', true],
    ['{year}-{seq}', '{region}-{seq}', false],
    ['{year}12{seq}', '{region}{seq}', true],
    ['JH{random}', 'JH{seq:9}', true],
    ['JH-{random}', 'JH{seq}', false],
  ])('%s and %s can make the same number: %s', (one, other, same) => {
    const of = (pattern: string) => ({ pattern, prefix: '' });
    expect(makeSameNumber(of(one), of(other))).toBe(same);
    expect(makeSameNumber(of(other), of(one))).toBe(same);
  });

  it('may count with more digits than before, for the count goes on', () => {
    expect(isSameSequence('JH{year}{seq:5}', 'JH{year}{seq}')).toBe(true);
    expect(isSameSequence('JH{year}{seq:5}', 'JH{seq:5}')).toBe(false);
  });

  it('is there for each kind, and no two make the same', () => {
    const kinds = Object.keys(numberSeries) as NumberedKind[];
    const rules = kinds.map((kind) => ({ pattern: standardNumberPattern(kind), prefix: numberSeries[kind].prefix }));
    for (const [index, kind] of kinds.entries()) expect(numberPatternProblem(rules[index]!.pattern, numberSeries[kind].by)).toBeUndefined();
    expect(rules.flatMap((one, index) => rules.slice(index + 1).filter((other) => makeSameNumber(one, other)))).toEqual([]);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecisionRule, LimitKind, RoundingRule } from '../generated/graphql.js';
import { proposedVerdict } from './proposed-verdict.js';
import { replicatesReported } from './replicates-reported.js';

const fields = { limit: 'limit', value: 'replicates' };
/** Hundredths near the limit, so that sums meet it and the middles from which is rounded. */
const hundredths = fc.array(fc.integer({ min: 60, max: 90 }), { minLength: 2, maxLength: 7 });
const written = (values: readonly number[]) => values.map((value) => (value / 100).toFixed(2));
const rulesOf = (limitKind: LimitKind, limit: string, rounding: RoundingRule) => ({ limitKind, limit, rounding, decisionRule: 'SIMPLE_ACCEPTANCE' }) as const;

/** Whether a mean of hundredths is at most 0.7: as it is, or rounded to tenths, from the middle to the even one. */
function within(values: readonly number[], rounding: RoundingRule): boolean {
  const [sum, count] = [values.reduce((total, value) => total + value, 0), values.length];
  // 0.75 lies between 0.7 and 0.8, and 0.8 is the even one.
  return rounding === 'FULL_VALUE' ? sum <= 70 * count : sum < 75 * count;
}

test('a mean is judged as it is, not as it was rounded before (GB/T 8170, 3.3)', () => {
  fc.assert(fc.property(hundredths, fc.constantFrom<RoundingRule>('FULL_VALUE', 'ROUNDED_VALUE'), (values, rounding) => {
    const rules = rulesOf('MAXIMUM', '0.7', rounding);
    const { exactly } = replicatesReported({ values: written(values), rule: 'MEAN' }, null, rules, fields);
    expect(proposedVerdict(rules, { measured: exactly, uncertainty: null, verdict: 'NOT_JUDGED' }, fields)).toBe(within(values, rounding) ? 'CONFORMING' : 'NONCONFORMING');
  }));
});

test('the worst of replicates is judged as all of them are judged each', () => {
  const limit = fc.constantFrom<[LimitKind, string]>(['MAXIMUM', '0.75'], ['MINIMUM', '0.75'], ['RANGE', '0.65~0.8'], ['RANGE', '0.7~0.7']);
  fc.assert(fc.property(hundredths, limit, (values, [limitKind, bound]) => {
    const rules = rulesOf(limitKind, bound, 'FULL_VALUE');
    const [worst, each] = (['WORST', 'EACH'] as const).map((rule) =>
      proposedVerdict(rules, { ...replicatesReported({ values: written(values), rule }, null, rules, fields), uncertainty: null, verdict: 'NOT_JUDGED' }, fields),
    );
    expect(worst).toBe(each);
  }));
});

test('the worst of replicates is judged as all of them are judged each, also where values are rounded before they are compared', () => {
  // 3.95 is rounded to 4.0 and 8.55 to 8.6: as far beyond their bounds, and judged otherwise.
  const near = fc.array(fc.constantFrom('3.94', '3.95', '3.96', '4.00', '8.50', '8.54', '8.55', '8.56', '3.6', '9'), { minLength: 2, maxLength: 5 });
  fc.assert(fc.property(near, fc.constantFrom('4.0~8.5', '4~8.5'), (values, limit) => {
    const rules = rulesOf('RANGE', limit, 'ROUNDED_VALUE');
    const [worst, each] = (['WORST', 'EACH'] as const).map((rule) =>
      proposedVerdict(rules, { ...replicatesReported({ values, rule }, null, rules, fields), uncertainty: null, verdict: 'NOT_JUDGED' }, fields),
    );
    expect(worst).toBe(each);
  }));
});

test('the worst of replicates is judged as all of them are judged each, also where an uncertainty is told, with a guard band and without', () => {
  // Rounded, 4.05 - 0.1 is 4.0, and 8.45 + 0.1 is 8.6: as far within their bounds, and judged otherwise.
  const near = fc.array(fc.constantFrom('3.84', '3.94', '3.95', '4.05', '4.06', '4.10', '4.2', '6', '8.40', '8.44', '8.45', '8.46', '8.55', '8.65', '8.66'), { minLength: 2, maxLength: 5 });
  const uncertainty = fc.constantFrom('0', '0.05', '0.1', '0.10', '3');
  const limit = fc.constantFrom<[LimitKind, string]>(['RANGE', '4.0~8.5'], ['RANGE', '4~8.5'], ['MAXIMUM', '8.5'], ['MINIMUM', '4.0']);
  const met = new Set<string | null>();
  fc.assert(fc.property(near, uncertainty, limit, fc.constantFrom<RoundingRule>('FULL_VALUE', 'ROUNDED_VALUE'), fc.constantFrom<DecisionRule>('GUARD_BAND', 'SIMPLE_ACCEPTANCE', 'NO_RULE'), (values, band, [limitKind, bound], rounding, decisionRule) => {
    const rules = { ...rulesOf(limitKind, bound, rounding), decisionRule };
    const [worst, each] = (['WORST', 'EACH'] as const).map((rule) =>
      proposedVerdict(rules, { ...replicatesReported({ values, rule }, band, rules, fields), uncertainty: band, verdict: 'NOT_JUDGED' }, fields),
    );
    expect(worst).toBe(each);
    met.add(worst ?? null);
  }), { numRuns: 2_000 });
  expect(met).toEqual(new Set(['CONFORMING', 'NONCONFORMING', null]));
});

test.each([['GUARD_BAND', '8.45'], ['SIMPLE_ACCEPTANCE', '4.05']] as const)('by %s the worst is %s: what its band reaches counts where the rule has one, and nowhere else', (decisionRule, worst) => {
  const rules = { ...rulesOf('RANGE', '4.0~8.5', 'ROUNDED_VALUE'), decisionRule };
  const reported = (values: string[]) => replicatesReported({ values, rule: 'WORST' }, '0.1', rules, fields).measured;
  expect([reported(['4.05', '8.45']), reported(['8.45', '4.05'])]).toEqual([worst, worst]);
});

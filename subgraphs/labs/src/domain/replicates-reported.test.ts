import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LimitKind, RoundingRule } from '../generated/graphql.js';
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
    const { exactly } = replicatesReported({ values: written(values), rule: 'MEAN' }, rules, fields);
    expect(proposedVerdict(rules, { measured: exactly, uncertainty: null, verdict: 'NOT_JUDGED' }, fields)).toBe(within(values, rounding) ? 'CONFORMING' : 'NONCONFORMING');
  }));
});

test('the worst of replicates is judged as all of them are judged each', () => {
  const limit = fc.constantFrom<[LimitKind, string]>(['MAXIMUM', '0.75'], ['MINIMUM', '0.75'], ['RANGE', '0.65~0.8'], ['RANGE', '0.7~0.7']);
  fc.assert(fc.property(hundredths, limit, (values, [limitKind, bound]) => {
    const rules = rulesOf(limitKind, bound, 'FULL_VALUE');
    const [worst, each] = (['WORST', 'EACH'] as const).map((rule) =>
      proposedVerdict(rules, { ...replicatesReported({ values: written(values), rule }, rules, fields), uncertainty: null, verdict: 'NOT_JUDGED' }, fields),
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
      proposedVerdict(rules, { ...replicatesReported({ values, rule }, rules, fields), uncertainty: null, verdict: 'NOT_JUDGED' }, fields),
    );
    expect(worst).toBe(each);
  }));
});

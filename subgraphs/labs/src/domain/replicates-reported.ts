import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { ReplicatesInput } from '../generated/graphql.js';
import { decimalPattern } from './compare-decimals.js';
import { limitBounds } from './limit-bounds.js';
import { meanOf } from './mean-of.js';
import { placesOf } from './scaled-decimal.js';
import type { RepeatedValues } from './test-result.js';
import type { JudgedFields, LimitWithRules } from './verdict-by-rule.js';
import { worstOf } from './worst-of.js';

/** The value that is reported of replicates. */
export interface ReplicatesReported {
  readonly measured: string;
  /** To be judged in its place: the mean with so many digits that it lies to each bound, and to each middle from which is rounded, as the mean itself. */
  readonly exactly: string;
  readonly replicates: RepeatedValues;
}

/** The most values of one determination, the longest of them, and the most places of a mean. */
const mostValues = 50;
const longestValue = 40;
const mostPlaces = 12;

/**
 * Makes the reported value of a repeated determination (平行测定, 5.3.3) by its rule.
 * @param uncertainty of each value, not negative; the worst of them depends on it where the rule has a guard band
 * @param fields.value where the replicates stand within the item of the act
 * @throws Refusal VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export function replicatesReported(input: ReplicatesInput, uncertainty: string | null, rules: LimitWithRules, fields: JudgedFields): ReplicatesReported {
  const { limitKind, limit, rounding, decisionRule } = rules;
  const at = fields.value;
  const { rule } = input;
  const values = numbers(input.values, `${at}.values`);
  const { length } = values;
  requireValid(
    input.places == null || (rule === 'MEAN' && input.places >= 0 && input.places <= mostPlaces),
    `${at}.places`,
    { en: `only a mean is rounded, to 0 to ${mostPlaces} places`, 'zh-CN': `仅平均值需修约，小数 0 至 ${mostPlaces} 位` },
    '2',
  );
  requireValid(
    rule !== 'WORST' || limitKind !== 'TEXT',
    `${at}.rule`,
    { en: 'no value is the worst against a limit that is a text', 'zh-CN': '限值为文字时无最不利值' },
    { en: 'MEAN or EACH', 'zh-CN': 'MEAN 或 EACH' },
  );
  const replicates = { values, rule };
  if (rule === 'EACH') return same(values.join('; '), replicates);
  if (rule === 'WORST' && limitKind !== 'TEXT') {
    const band = decisionRule === 'GUARD_BAND' ? uncertainty : null;
    return same(worstOf(values, limitBounds(limitKind, limit, fields.limit), rounding, band ?? '0'), replicates);
  }
  const written = Math.max(...values.map(placesOf));
  // Each bound and middle has at most as many places as the limit has characters, an uncertainty six.
  const enough = Math.max(written, limit.length, 6) + String(length).length + 1;
  return { measured: meanOf(values, input.places ?? written), exactly: meanOf(values, enough), replicates };
}

function same(measured: string, replicates: RepeatedValues): ReplicatesReported {
  return { measured, exactly: measured, replicates };
}

function numbers(given: readonly string[], at: string): string[] {
  requireValid(
    given.length >= 2 && given.length <= mostValues,
    at,
    { en: `a repeated determination has 2 to ${mostValues} values`, 'zh-CN': `平行测定有 2 至 ${mostValues} 个值` },
    { en: 'two values, or one as measured', 'zh-CN': '两个值；仅一个值时填 measured' },
  );
  return given.map((value, index) => {
    const text = requireText(`${at}.${index}`, value, longestValue);
    requireValid(decimalPattern.test(text), `${at}.${index}`, { en: 'it is no number', 'zh-CN': '不是数值' }, '0.35');
    return text;
  });
}

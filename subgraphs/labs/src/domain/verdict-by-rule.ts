import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { DecisionRule, LimitKind, RoundingRule, Verdict } from '../generated/graphql.js';
import { compareDecimals, decimalPattern } from './compare-decimals.js';
import { limitBounds, type LimitBounds } from './limit-bounds.js';
import { shiftDecimal } from './shift-decimal.js';
import { verdictInBounds } from './verdict-in-bounds.js';
import { withinBounds } from './within-bounds.js';

/** How a value is written that lies below the limit of detection (检出限) or of quantification (定量限). */
export const belowReportingLimit = ['<LOD', '<LOQ'];

/** A limit and the rules by which values are held against it. */
export interface LimitWithRules {
  readonly limitKind: LimitKind;
  readonly limit: string;
  readonly rounding: RoundingRule;
  readonly decisionRule: DecisionRule;
}

/** A value as measured, with the verdict that the lab gives. */
export interface MeasuredValue {
  readonly measured: string;
  /** Of a value below it; absent in results from before it was stated. */
  readonly reportingLimit?: string | null;
  readonly uncertainty: string | null;
  readonly verdict: Verdict;
}

/** Where limit and value stand within the item of an act. */
export interface JudgedFields {
  readonly limit: string;
  readonly value: string;
}

/**
 * The verdict that follows from a limit by the rule named (5.3.3), or undefined where no rule decides: none is named, the limit
 * is a text, nothing was measured that can be compared and no verdict is given, the value lies within the guard band, or it is
 * below a limit of detection or quantification of which the limit leaves a part within and a part beyond.
 *
 * @throws Refusal VALUE_INVALID where a number is needed
 */
export function verdictByRule(rules: LimitWithRules, value: MeasuredValue, fields: JudgedFields): Verdict | undefined {
  const { limitKind, limit, decisionRule } = rules;
  if (limitKind === 'TEXT') return undefined;
  const bounds = limitBounds(limitKind, limit, fields.limit);
  if (decisionRule === 'NO_RULE') return undefined;
  if (belowReportingLimit.includes(value.measured)) return byReportingLimit(rules, bounds, value);
  if (!decimalPattern.test(value.measured)) {
    requireValid(
      value.verdict === 'NOT_JUDGED',
      `${fields.value}.measured`,
      { en: 'only a number is compared with a limit; what is no number is NOT_JUDGED', 'zh-CN': '只有数值可与限值比较，非数值应判为 NOT_JUDGED' },
      { en: '0.35 or <LOD', 'zh-CN': '0.35 或 <LOD' },
    );
    return undefined;
  }
  if (decisionRule === 'SIMPLE_ACCEPTANCE') return verdictInBounds(rules.rounding, bounds, value.measured, '0');
  return verdictInBounds(rules.rounding, bounds, value.measured, guardBand(value, `${fields.value}.uncertainty`));
}

function guardBand({ uncertainty }: MeasuredValue, field: string): string {
  const known = uncertainty !== null && !uncertainty.startsWith('-');
  requireValid(known, field, { en: 'a guard band is as wide as the expanded uncertainty, which is not negative', 'zh-CN': '保护带宽度取扩展不确定度，须填写且不得为负' }, '0.02');
  return uncertainty;
}

/** All that is known of the value is that it is less: it conforms where all that is less does, and fails where nothing of it does. */
function byReportingLimit(rules: LimitWithRules, bounds: LimitBounds, { reportingLimit, uncertainty }: MeasuredValue): Verdict | undefined {
  if (reportingLimit == null) return rules.limitKind === 'MAXIMUM' ? 'CONFORMING' : undefined;
  const most = rules.decisionRule === 'GUARD_BAND' ? shiftDecimal(reportingLimit, 'up', uncertainty ?? '0') : reportingLimit;
  if (bounds.lowest === undefined) return withinBounds(rules.rounding, bounds, most, most) ? 'CONFORMING' : undefined;
  // What is less than the bound may still be rounded to it.
  const beyond = !withinBounds(rules.rounding, { lowest: bounds.lowest }, most, most) || (rules.rounding === 'FULL_VALUE' && compareDecimals(most, bounds.lowest) === 0);
  return beyond ? 'NONCONFORMING' : undefined;
}

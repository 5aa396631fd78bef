import type { Verdict } from '../generated/graphql.js';
import type { RepeatedValues } from './test-result.js';
import { verdictByRule, type JudgedFields, type LimitWithRules, type MeasuredValue } from './verdict-by-rule.js';

/** A value as it is reported, with the single values where it was determined several times. */
export interface ReportedValue extends MeasuredValue {
  readonly replicates?: RepeatedValues | null;
}

/**
 * The verdict on a specimen by the rule named, or undefined where no rule decides. Replicates that are reported each are judged each (逐个判定): one that
 * fails decides, and a pass needs each to pass.
 *
 * @throws Refusal VALUE_INVALID where a number is needed
 */
export function verdictOfSpecimen(rules: LimitWithRules, specimen: ReportedValue, fields: JudgedFields): Verdict | undefined {
  if (specimen.replicates?.rule !== 'EACH') return verdictByRule(rules, specimen, fields);
  const verdicts = specimen.replicates.values.map((measured) => verdictByRule(rules, { ...specimen, measured }, fields));
  if (verdicts.includes('NONCONFORMING')) return 'NONCONFORMING';
  return verdicts.every((verdict) => verdict === 'CONFORMING') ? 'CONFORMING' : undefined;
}

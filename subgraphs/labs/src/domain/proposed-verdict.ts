import type { Verdict } from '../generated/graphql.js';
import type { JudgedFields, LimitWithRules } from './verdict-by-rule.js';
import { verdictOfSpecimen, type ReportedValue } from './verdict-of-specimen.js';

/**
 * What a rule proposes for a specimen, whatever the lab says (按规则得出的判定, 5.3.3): the rule named, else simple acceptance, so that a reader sees where a verdict
 * departs from it. Null where no rule decides.
 *
 * @throws Refusal VALUE_INVALID where a number is needed
 */
export function proposedVerdict(rules: LimitWithRules, specimen: ReportedValue, fields: JudgedFields): Verdict | null {
  const decisionRule = rules.decisionRule === 'NO_RULE' ? 'SIMPLE_ACCEPTANCE' : rules.decisionRule;
  return verdictOfSpecimen({ ...rules, decisionRule }, { ...specimen, verdict: 'NOT_JUDGED' }, fields) ?? null;
}

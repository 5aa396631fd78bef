import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import type { SpecimenResultInput, Verdict } from '../generated/graphql.js';
import type { CommissionedItem } from './commission-content.js';
import { compareDecimals } from './compare-decimals.js';
import { itemName } from './item-name.js';
import { proposedVerdict } from './proposed-verdict.js';
import { replicatesReported } from './replicates-reported.js';
import type { Specimen } from './test-result.js';
import { belowReportingLimit, type JudgedFields, type LimitWithRules } from './verdict-by-rule.js';
import { verdictOfSpecimen } from './verdict-of-specimen.js';

/**
 * What was found on one specimen (试样, 5.3.3): the value that is reported, what the rule proposes, and the verdict: that of the rule where the lab gives
 * none, else the lab's own, which does not contradict a rule that decides.
 *
 * @throws Refusal VERDICT_CONTRADICTS_RULE, VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export function specimenResult(input: SpecimenResultInput, specimen: string | null, rules: LimitWithRules, item: CommissionedItem, fields: JudgedFields): Specimen {
  const at = fields.value;
  const uncertainty = input.uncertainty ?? null;
  requireValid(uncertainty === null || !uncertainty.startsWith('-'), `${at}.uncertainty`, { en: 'an uncertainty is not negative', 'zh-CN': '不确定度不得为负' }, '0.02');
  const { exactly, ...reported } = reportedValue(input, rules, fields);
  const reportingLimit = input.reportingLimit ?? null;
  const below = belowReportingLimit.includes(reported.measured);
  if (below && reportingLimit === null) {
    throw required(`${at}.reportingLimit`, { en: `${reported.measured} says nothing without that limit`, 'zh-CN': `${reported.measured} 须注明检出限或定量限的数值` });
  }
  const value = { specimen, ...reported, reportingLimit, uncertainty };
  const proposed = proposedVerdict(rules, { ...value, verdict: 'NOT_JUDGED' }, fields);
  requireValid(
    proposed === proposedVerdict(rules, { ...value, measured: exactly, verdict: 'NOT_JUDGED' }, fields),
    `${at}.replicates.places`,
    { en: 'rounded to so few places, the mean would be judged otherwise than it is (GB/T 8170, 3.3)', 'zh-CN': '修约位数过少，修约后的平均值与未修约时判定不同（GB/T 8170 第 3.3 条）' },
    { en: 'one place more', 'zh-CN': '多取一位' },
  );
  const verdict = verdictGiven(input.verdict, { ...value, proposed }, rules, item, fields);
  requireValid(
    reportingLimit === null || (below && compareDecimals(reportingLimit, '0') > 0),
    `${at}.reportingLimit`,
    { en: 'it is a limit above zero that <LOD or <LOQ stands for', 'zh-CN': '仅在实测值为 <LOD 或 <LOQ 时填写，且须大于零' },
    '0.01',
  );
  return { ...value, proposed, verdict };
}

/** The lab's verdict, where it gives one; else the rule's. */
function verdictGiven(given: Verdict | null | undefined, value: Omit<Specimen, 'verdict'>, rules: LimitWithRules, item: CommissionedItem, fields: JudgedFields): Verdict {
  const right = verdictOfSpecimen(rules, { ...value, verdict: given ?? 'NOT_JUDGED' }, fields);
  const verdict = given ?? right;
  if (verdict === undefined) {
    throw required(`${fields.value}.verdict`, { en: 'no rule decides here, so the lab says the verdict, and the reviewer signs the reason', 'zh-CN': '无规则可判定，须由检验机构给出判定，并由审核人签署理由' });
  }
  if (right !== undefined && right !== verdict) {
    const parameters = { item: itemName(item), verdict, measured: value.measured, limit: rules.limit, rule: rules.decisionRule, right };
    throw new Refusal('VERDICT_CONTRADICTS_RULE', { field: `${fields.value}.verdict`, parameters });
  }
  return verdict;
}

/** The value as it was measured, or as its replicates make it. */
function reportedValue({ measured, replicates, uncertainty }: SpecimenResultInput, rules: LimitWithRules, { limit, value: at }: JudgedFields) {
  if (!replicates) {
    if (measured == null) throw required(`${at}.measured`, { en: 'a value was measured once, or is made of replicates', 'zh-CN': '须填实测值，或填平行测定值' });
    const once = requireText(`${at}.measured`, measured, 200);
    return { measured: once, exactly: once, replicates: null };
  }
  requireValid(measured == null, `${at}.measured`, { en: 'the reported value is made of the replicates', 'zh-CN': '报告值由平行测定值得出' }, { en: 'no measured with replicates', 'zh-CN': '已填 replicates 时不填 measured' });
  return replicatesReported(replicates, uncertainty ?? null, rules, { limit, value: `${at}.replicates` });
}

function required(field: string, problem: Bilingual): Refusal {
  return new Refusal('VALUE_REQUIRED', { field, parameters: { field, problem } });
}

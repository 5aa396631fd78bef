import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireSince } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { RecordDirectionAnswerInput } from '../generated/graphql.js';
import type { KeptAnswer } from './direction-answer.js';

/** An answer that the regulator records on behalf of an addressee, checked. @throws Refusal VALUE_REQUIRED, VALUE_INVALID, TIME_IN_FUTURE, TIMES_OUT_OF_ORDER */
export function givenAnswer(input: RecordDirectionAnswerInput, issuedAt: Date, now: Date): KeptAnswer {
  // What the schema sets by default is optional to its types.
  const { unitsAffected = null, unitsRecovered = 0, final = true } = input;
  requireCount('unitsAffected', unitsAffected ?? 0);
  requireCount('unitsRecovered', unitsRecovered);
  const problem = { en: `more than the ${unitsAffected ?? 0} units that are affected`, 'zh-CN': `超过涉及的 ${unitsAffected ?? 0} 件` };
  requireValid(unitsAffected === null || unitsRecovered <= unitsAffected, 'unitsRecovered', problem, String(unitsAffected ?? 0));
  return {
    action: requireText('action', input.action),
    unitsAffected,
    unitsRecovered,
    final,
    reportedAt: requireSince('reportedAt', input.reportedAt ?? now, { what: { en: 'the direction', 'zh-CN': '指令发出时间' }, at: issuedAt }, now).toISOString(),
    onBehalf: true,
    evidence: requireEvidenceFiles('evidence', input.evidence ?? []),
  };
}

function requireCount(field: string, count: number): void {
  requireValid(count >= 0, field, { en: 'a number of units is not negative', 'zh-CN': '数量不能为负' }, '120');
}

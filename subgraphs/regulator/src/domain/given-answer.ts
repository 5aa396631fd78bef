import { requireEvidenceFiles, type NamedFile } from '@hub/kernel/validation/require-evidence-files.js';
import { requireRunningTotal } from '@hub/kernel/validation/require-running-total.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireSince } from '@hub/kernel/validation/require-time.js';
import type { RecordDirectionAnswerInput } from '../generated/graphql.js';
import { directionAnswers, unitsAffected, unitsRecovered, type KeptAnswer } from './direction-answer.js';

/**
 * An answer that the regulator records on behalf of an addressee, checked.
 * @param direction with its answers so far; units affected are those told last
 * @throws Refusal VALUE_REQUIRED, VALUE_INVALID, TIME_IN_FUTURE, TIMES_OUT_OF_ORDER
 */
export function givenAnswer(input: RecordDirectionAnswerInput, direction: { readonly issuedAt: Date; readonly answers: unknown }, now: Date): KeptAnswer & { readonly evidence: NamedFile[] } {
  // What the schema sets by default is optional to its types.
  const { unitsAffected: affected = null, unitsRecovered: recovered = 0, final = true } = input;
  const before = directionAnswers(direction.answers);
  const of = affected ?? unitsAffected(before);
  requireRunningTotal({ field: 'unitsRecovered', units: recovered, before: unitsRecovered(before), ofField: 'unitsAffected', of });
  const issued = { what: { en: 'the direction', 'zh-CN': '指令发出时间' }, at: direction.issuedAt };
  return {
    action: requireText('action', input.action),
    unitsAffected: affected,
    unitsRecovered: recovered,
    final,
    reportedAt: requireSince('reportedAt', input.reportedAt ?? now, issued, now).toISOString(),
    onBehalf: true,
    evidence: requireEvidenceFiles('evidence', input.evidence ?? []),
  };
}

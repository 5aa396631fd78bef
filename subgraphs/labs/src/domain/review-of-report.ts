import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { ReviewInspectionReportInput } from '../generated/graphql.js';
import { judgedResults } from './judged-results.js';
import type { ItemResult } from './test-result.js';

/** What a review comes to (审核, 3.3). */
export type ReviewOfReport =
  | { readonly state: 'REVIEWED'; readonly results: ItemResult[] }
  | { readonly state: 'RETURNED'; readonly returnReason: string };

/** @throws Refusal JUDGEMENT_REASON_MISSING, VALUE_REQUIRED, VALUE_INVALID, VALUE_TOO_LONG */
export function reviewOfReport(
  { outcome, reason: given, judgements = [] }: Pick<ReviewInspectionReportInput, 'outcome' | 'reason' | 'judgements'>,
  results: readonly ItemResult[],
): ReviewOfReport {
  const reason = optionalText('reason', given);
  if (outcome === 'PASS') {
    requireValid(
      reason === null,
      'reason',
      { en: 'a reason belongs to a return', 'zh-CN': '仅在退回时填写理由' },
      { en: 'no reason with PASS', 'zh-CN': 'PASS 时不填 reason' },
    );
    return { state: 'REVIEWED', results: judgedResults(results, judgements) };
  }
  requireValid(
    judgements.length === 0,
    'judgements',
    { en: 'reasons for verdicts are signed where the report passes', 'zh-CN': '仅在通过审核时签署判定理由' },
    { en: 'no judgements with RETURN', 'zh-CN': 'RETURN 时不填 judgements' },
  );
  if (reason === null) {
    const problem = { en: 'a report is returned with a reason', 'zh-CN': '退回报告须说明理由' };
    throw new Refusal('VALUE_REQUIRED', { field: 'reason', parameters: { field: 'reason', problem } });
  }
  return { state: 'RETURNED', returnReason: reason };
}

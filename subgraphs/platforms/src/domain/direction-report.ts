import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles, type NamedFile } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { ReportDirectionInput } from '../generated/graphql.js';
import { requireUnits } from './require-units.js';

/** A report as it lies in the JSON of a fulfilment (履行情况报告, 3.1 d). */
export type DirectionReport = {
  readonly action: string;
  readonly unitsAffected: number | null;
  /** Since the report before. */
  readonly unitsRecovered: number;
  readonly final: boolean;
  readonly evidence: NamedFile[];
  readonly reported: ActRecord;
};

/**
 * Checks what an addressee reports upon a direction.
 * @param recoveredBefore units that earlier reports told of
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID
 */
export function directionReport(input: ReportDirectionInput, recoveredBefore: number, reported: ActRecord): DirectionReport {
  const unitsAffected = input.unitsAffected == null ? null : requireUnits('unitsAffected', input.unitsAffected);
  const unitsRecovered = requireUnits('unitsRecovered', input.unitsRecovered ?? 0);
  const total = recoveredBefore + unitsRecovered;
  const problem = {
    en: `with earlier reports ${total} units were recovered, of ${unitsAffected ?? 0} that are affected`,
    'zh-CN': `连同此前报告共召回 ${total} 件，超过涉及的 ${unitsAffected ?? 0} 件`,
  };
  requireValid(unitsAffected === null || total <= unitsAffected, 'unitsRecovered', problem, String(Math.max(0, (unitsAffected ?? 0) - recoveredBefore)));
  // What the column counts up to.
  const most = 2_147_483_647;
  requireValid(total <= most, 'unitsRecovered', { en: `units are counted up to ${most}`, 'zh-CN': `数量最多为 ${most}` }, '120');
  return {
    action: requireText('action', input.action),
    unitsAffected,
    unitsRecovered,
    final: input.final,
    evidence: requireEvidenceFiles('evidence', input.evidence ?? []),
    reported,
  };
}

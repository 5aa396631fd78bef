import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles, type NamedFile } from '@hub/kernel/validation/require-evidence-files.js';
import { requireRunningTotal } from '@hub/kernel/validation/require-running-total.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { ReportDirectionInput } from '../generated/graphql.js';

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
 * @param before earlier reports; units affected are those told last
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID
 */
export function directionReport(input: ReportDirectionInput, before: readonly DirectionReport[], reported: ActRecord): DirectionReport {
  const { unitsAffected = null, unitsRecovered = 0 } = input;
  const recovered = before.reduce((sum, report) => sum + report.unitsRecovered, 0);
  const affected = unitsAffected ?? before.findLast((report) => report.unitsAffected !== null)?.unitsAffected ?? null;
  requireRunningTotal({ field: 'unitsRecovered', units: unitsRecovered, before: recovered, ofField: 'unitsAffected', of: affected });
  return {
    action: requireText('action', input.action),
    unitsAffected,
    unitsRecovered,
    final: input.final,
    evidence: requireEvidenceFiles('evidence', input.evidence ?? []),
    reported,
  };
}

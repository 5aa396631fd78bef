import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';

/** When a report is issued, against the time agreed for it. */
export interface IssueTime {
  readonly issuedAt: Date;
  readonly agreedDueAt: Date;
  /** A later version is no late one: the time was agreed for the first. */
  readonly version: number;
}

/**
 * Why a report is issued after the agreed time, null where it is in time (5.3.5).
 * @throws Refusal REPORT_LATE, VALUE_INVALID, VALUE_TOO_LONG
 */
export function lateReason(given: string | null | undefined, { issuedAt, agreedDueAt, version }: IssueTime): string | null {
  const reason = optionalText('lateReason', given);
  const late = version === 1 && issuedAt > agreedDueAt;
  if (late && reason === null) {
    throw new Refusal('REPORT_LATE', { field: 'lateReason', parameters: { agreed: writtenDueTime(agreedDueAt) } });
  }
  requireValid(
    late || reason === null,
    'lateReason',
    { en: 'the report is not late', 'zh-CN': '报告未逾期' },
    { en: 'no lateReason in time', 'zh-CN': '未逾期时不填 lateReason' },
  );
  return reason;
}

import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { inspectionReportMachine } from './inspection-report-machine.js';

/** A report on a sample, as far as another one on the same sample looks at it. */
export interface EarlierReport {
  readonly id: string;
  readonly document: string;
  readonly version: number;
  readonly number: string;
  readonly state: string;
}

/** The place of a new report among the versions: the version it replaces and why, or the first of its document. */
export interface Succession<Report extends EarlierReport> {
  readonly replaced: Report | null;
  readonly supersessionReason: string | null;
}

/** What an item says of the version that its report replaces. */
export interface NamedVersion {
  readonly supersedesId?: string | null | undefined;
  readonly supersessionReason?: string | null | undefined;
}

/**
 * Where a report comes among those on its sample (5.3.4): one at a time is under way, and once there is an issued one, the next
 * names it and says why.
 *
 * @param reports all on the sample
 * @throws Refusal REPORT_IN_PREPARATION, SAMPLE_ALREADY_REPORTED, VERSION_SUPERSEDED, NOT_FOUND, VALUE_INVALID, VALUE_REQUIRED
 */
export function succession<Report extends EarlierReport>(
  reports: readonly Report[],
  { supersedesId, supersessionReason }: NamedVersion,
  blindNumber: string,
): Succession<Report> {
  const underWay = reports.find((report) => inspectionReportMachine.leadsFrom('reportInspectionFailure', report));
  if (underWay) throw new Refusal('REPORT_IN_PREPARATION', { field: 'receiptId', parameters: { number: underWay.number } });
  const current = reports.find(({ state }) => state === 'ISSUED');
  const reason = optionalText('supersessionReason', supersessionReason);
  if (supersedesId == null) {
    if (current) throw new Refusal('SAMPLE_ALREADY_REPORTED', { field: 'supersedesId', parameters: { sample: blindNumber, number: current.number } });
    requireValid(
      reason === null,
      'supersessionReason',
      { en: 'a first report replaces none', 'zh-CN': '首份报告不取代任何报告' },
      { en: 'no supersessionReason without supersedesId', 'zh-CN': '未填 supersedesId 时不填 supersessionReason' },
    );
    return { replaced: null, supersessionReason: null };
  }
  const named = reports.find(({ id }) => id === supersedesId);
  if (!named) throw new Refusal('NOT_FOUND', { field: 'supersedesId', parameters: { type: 'InspectionReport', id: supersedesId } });
  if (!current || named !== current) {
    const parameters = { type: 'InspectionReport', version: named.version, by: current?.number ?? '–' };
    throw new Refusal('VERSION_SUPERSEDED', { field: 'supersedesId', parameters });
  }
  if (reason === null) {
    const problem = { en: 'an issued report is replaced with a reason (5.3.4)', 'zh-CN': '取代已签发的报告须说明理由（5.3.4）' };
    throw new Refusal('VALUE_REQUIRED', { field: 'supersessionReason', parameters: { field: 'supersessionReason', problem } });
  }
  return { replaced: current, supersessionReason: reason };
}

import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { InspectionReport } from '@hub/prisma/labs/generated/client.js';
import type { LabsTransaction } from './database.js';
import { lockedReport } from './locked-report.js';

/** How an item of an act names a report. */
export interface ReportItem {
  readonly reportId: string;
  readonly expectedRevision?: number | null | undefined;
}

/** The report that an item names, admitted to the act. */
export async function admittedReport(
  { unit, caller, admit }: ActScope<LabsTransaction>,
  { reportId, expectedRevision }: ReportItem,
): Promise<InspectionReport> {
  const report = await lockedReport(unit.tx, { reportId, labId: caller.partyId });
  return admit(report, { type: 'InspectionReport', id: reportId, field: 'reportId', expectedRevision });
}

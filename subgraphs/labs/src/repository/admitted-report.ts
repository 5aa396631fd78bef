import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { InspectionReport } from '@hub/prisma/labs/generated/client.js';
import type { LabsTransaction } from './database.js';

/** How an item of an act names a report. */
export interface ReportItem {
  readonly reportId: string;
  readonly expectedRevision?: number | null | undefined;
}

/** The report that an item names, admitted to the act. Its receipt is locked before it is read: reports change under that lock. */
export async function admittedReport(
  { unit, caller, admit }: ActScope<LabsTransaction>,
  { reportId, expectedRevision }: ReportItem,
): Promise<InspectionReport> {
  await unit.tx.$queryRaw`
    SELECT id FROM sample_receipt
    WHERE id = (SELECT receipt_id FROM inspection_report WHERE id = ${reportId} AND holder = ${caller.partyId}) FOR UPDATE`;
  return admit(await unit.tx.inspectionReport.findUnique({ where: { id: reportId } }), {
    type: 'InspectionReport',
    id: reportId,
    field: 'reportId',
    expectedRevision,
  });
}

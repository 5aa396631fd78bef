import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { inspectionReportMachine } from '../domain/inspection-report-machine.js';
import type { ReturnInspectionReportInput } from '../generated/graphql.js';
import { admittedReport } from './admitted-report.js';
import type { LabsTransaction } from './database.js';
import { openReviseDuty } from './open-revise-duty.js';

/** Returns a reviewed report that the signatory does not approve (退回, 3.3). */
export async function returnInspectionReport(scope: ActScope<LabsTransaction>, input: ReturnInspectionReportInput): Promise<ActResult> {
  const { unit } = scope;
  const reviewed = await admittedReport(scope, input);
  const report = await unit.tx.inspectionReport.update({
    where: { id: reviewed.id },
    data: { returnReason: requireText('reason', input.reason), ...inspectionReportMachine.move('returnInspectionReport', reviewed) },
  });
  await unit.dropDuties('IssueInspectionReport', report.id);
  await openReviseDuty(unit, report);
  unit.emit({ kind: 'InspectionReportReturned', subjectType: 'InspectionReport', subjectId: report.id, stamps: stampsOf(report), receivers: {} });
  return { valueId: report.id };
}

import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { inspectionReportMachine } from '../domain/inspection-report-machine.js';
import type { LabsTransaction } from './database.js';

/** A report under way on a sample that cannot be inspected, or is given back, comes to nothing, and nobody owes its next step any more. */
export async function discardReports(unit: UnitOfWork<LabsTransaction>, receiptId: string, cause: 'reportInspectionFailure' | 'answerCommissionCorrection'): Promise<void> {
  for (const report of await unit.tx.inspectionReport.findMany({ where: { receiptId } })) {
    if (!inspectionReportMachine.leadsFrom(cause, report)) continue;
    const discarded = await unit.tx.inspectionReport.update({
      where: { id: report.id },
      data: inspectionReportMachine.move(cause, report),
    });
    await unit.dropDuties('ReviewInspectionReport', report.id);
    await unit.dropDuties('ReviseInspectionReport', report.id);
    await unit.dropDuties('IssueInspectionReport', report.id);
    unit.emit({
      kind: 'InspectionReportDiscarded',
      subjectType: 'InspectionReport',
      subjectId: report.id,
      stamps: stampsOf(discarded),
      receivers: {},
    });
  }
}

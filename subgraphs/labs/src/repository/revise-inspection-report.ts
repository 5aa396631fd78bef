import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { conclusionOf } from '../domain/conclusion-of.js';
import { inspectionReportMachine } from '../domain/inspection-report-machine.js';
import type { ReviseInspectionReportInput } from '../generated/graphql.js';
import { admittedReport } from './admitted-report.js';
import type { LabsTransaction } from './database.js';
import { openReviewDuty } from './open-review-duty.js';
import { resultsToReport } from './results-to-report.js';

/** Revises a returned report (修改, 3.3): whoever does has prepared it now, and it is to be reviewed again. */
export async function reviseInspectionReport(scope: ActScope<LabsTransaction>, input: ReviseInspectionReportInput): Promise<ActResult> {
  const { unit, caller } = scope;
  const returned = await admittedReport(scope, input);
  const receipt = await unit.tx.sampleReceipt.findUniqueOrThrow({ where: { id: returned.receiptId } });
  const { results, cmaMark } = await resultsToReport(scope, receipt, input.results);
  const report = await unit.tx.inspectionReport.update({
    where: { id: returned.id },
    data: {
      results,
      conclusion: conclusionOf(results.map(({ verdict }) => verdict)),
      cmaMark,
      preparedBy: caller.userId,
      reviewedBy: null,
      ...inspectionReportMachine.move('reviseInspectionReport', returned),
    },
  });
  await unit.closeDuties('ReviseInspectionReport', report.id);
  await openReviewDuty(unit, report);
  unit.emit({ kind: 'InspectionReportRevised', subjectType: 'InspectionReport', subjectId: report.id, stamps: stampsOf(report), receivers: {} });
  return { valueId: report.id };
}

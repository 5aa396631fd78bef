import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { inspectionReportMachine } from '../domain/inspection-report-machine.js';
import { keptResults } from '../domain/kept-results.js';
import { requireAnotherPerson } from '../domain/report-persons.js';
import { reviewOfReport } from '../domain/review-of-report.js';
import type { ReviewInspectionReportInput } from '../generated/graphql.js';
import { admittedReport } from './admitted-report.js';
import type { LabsTransaction } from './database.js';
import { openReviseDuty } from './open-revise-duty.js';

/** Reviews a report (审核, 3.3): it passes on to the signatory, with a signed reason wherever no rule decides, or is returned. */
export async function reviewInspectionReport(scope: ActScope<LabsTransaction>, input: ReviewInspectionReportInput): Promise<ActResult> {
  const { unit, caller } = scope;
  const prepared = await admittedReport(scope, input);
  requireAnotherPerson(caller.userId, { preparedBy: prepared.preparedBy, reviewedBy: null });
  const { state, ...content } = reviewOfReport(input, keptResults(prepared.results));
  const report = await unit.tx.inspectionReport.update({
    where: { id: prepared.id },
    data: { ...content, reviewedBy: caller.userId, ...inspectionReportMachine.move('reviewInspectionReport', prepared, state) },
  });
  await unit.closeDuties('ReviewInspectionReport', report.id);
  if (state === 'RETURNED') await openReviseDuty(unit, report);
  // The first version is owed by the commission; a later one, by its review.
  else if (report.version > 1) {
    await unit.openDuty({
      kind: 'IssueInspectionReport',
      subjectType: 'InspectionReport',
      subjectId: report.id,
      partyId: report.holder,
      role: 'SIGNATORY',
      dueAt: await unit.dueBy('IssueInspectionReport'),
      concerned: report.concerned,
    });
  }
  unit.emit({
    kind: state === 'REVIEWED' ? 'InspectionReportReviewed' : 'InspectionReportReturned',
    subjectType: 'InspectionReport',
    subjectId: report.id,
    stamps: stampsOf(report),
    receivers: {},
  });
  return { valueId: report.id };
}

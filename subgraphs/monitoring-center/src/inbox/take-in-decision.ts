import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { assessmentReportMachine } from '../domain/assessment-report-machine.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { reopenReturnedRiskInformation } from '../repository/reopen-returned-risk-information.js';

/** What the regulator tells of its decision on a report (3.1 b). */
interface AssessmentReportDecided {
  readonly reportId: string;
  readonly outcome: 'ACCEPTED' | 'RETURNED';
}

const cause = 'regulator.AssessmentReportDecided';

/** A decision arrives: the report is accepted, or returned and its records may be assessed anew (5.1.2). */
export const takeInDecision: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const { reportId, outcome } = event.payload as unknown as AssessmentReportDecided;
  const report = await unit.tx.assessmentReport.findUnique({ where: { id: reportId } });
  if (!report || !assessmentReportMachine.leadsFrom(cause, report)) {
    await keepUnmatchedEvent(unit, event, report ? `the report is ${report.state} already` : 'the report is not known', log);
    return;
  }
  const decided = await unit.tx.assessmentReport.update({
    where: { id: report.id },
    data: assessmentReportMachine.move(cause, report, outcome),
  });
  if (outcome === 'RETURNED') await reopenReturnedRiskInformation(unit.tx, report.id);
  unit.emit({
    kind: outcome === 'ACCEPTED' ? 'AssessmentReportAccepted' : 'AssessmentReportReturned',
    subjectType: 'AssessmentReport',
    subjectId: report.id,
    stamps: stampsOf(decided),
    receivers: {},
  });
};

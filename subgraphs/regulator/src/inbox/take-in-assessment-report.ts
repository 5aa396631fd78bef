import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { receivedAssessmentReportMachine } from '../domain/received-assessment-report-machine.js';
import type { RegulatorTransaction } from '../repository/database.js';

/** What the centre tells of a report that it submits (5.1.2 c). */
interface AssessmentReportSubmitted {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly centerId: string;
  readonly submittedToId: string;
  // An event that was told before these were has none of them.
  readonly productCategories?: readonly string[];
  readonly platforms?: readonly string[];
  readonly hazardDegrees?: readonly string[];
}

/** An assessment report arrives at the regulator's desk; from now on a decision is owed (3.1 b). */
export const takeInAssessmentReport: InboxHandler<RegulatorTransaction> = async (unit, event) => {
  const report = event.payload as unknown as AssessmentReportSubmitted;
  const due = await unit.dueBy('DecideAssessmentReport');
  const stamps = {
    holder: report.submittedToId,
    concerned: [report.centerId],
    ...receivedAssessmentReportMachine.begin('monitoring-center.AssessmentReportSubmitted'),
  };
  await unit.tx.receivedAssessmentReport.create({
    data: {
      id: report.id,
      number: report.number,
      title: report.title,
      centerId: report.centerId,
      productCategories: [...(report.productCategories ?? [])],
      platforms: [...(report.platforms ?? [])],
      hazardDegrees: [...(report.hazardDegrees ?? [])],
      receivedAt: unit.now,
      decideBy: due,
      cause: `${event.source}:${event.id}`,
      ...stamps,
    },
  });
  await unit.openDuty({
    kind: 'DecideAssessmentReport',
    subjectType: 'AssessmentReport',
    subjectId: report.id,
    partyId: report.submittedToId,
    role: 'OFFICER',
    dueAt: due,
    concerned: [report.centerId],
  });
  unit.emit({
    kind: 'AssessmentReportReceived',
    subjectType: 'ReceivedAssessmentReport',
    subjectId: report.id,
    stamps: stampsOf(stamps),
    receivers: {},
  });
};

import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { LabsTransaction } from '../repository/database.js';
import { lockedReport } from '../repository/locked-report.js';

/** What the centre tells of a report that it refuses (拒收, 3.3); why stands in its receipt. */
interface ReportRefused {
  readonly reportId: string;
  readonly labId: string;
}

/** The centre has refused a report: it counts nowhere, and the lab owes a new version, unless it has issued one by then. */
export const takeInReportRefusal: InboxHandler<LabsTransaction> = async (unit, event, log) => {
  const { reportId, labId } = event.payload as unknown as ReportRefused;
  const report = await lockedReport(unit.tx, { reportId, labId });
  if (!report) {
    log.warn({ event: event.id, reportId, labId }, 'a report was refused that the lab does not have');
    return;
  }
  if (report.state === 'ISSUED') {
    await unit.openDuty({
      kind: 'ReplaceInspectionReport',
      subjectType: 'InspectionReport',
      subjectId: reportId,
      partyId: report.holder,
      role: 'TECHNICIAN',
      dueAt: await unit.dueBy('ReplaceInspectionReport'),
      concerned: report.concerned,
    });
  }
  unit.emit({ kind: 'InspectionReportRefused', subjectType: 'InspectionReport', subjectId: reportId, stamps: stampsOf(report), receivers: {} });
};

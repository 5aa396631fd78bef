import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { riskInformationOf, type ReportedRisk } from '../domain/reported-risk.js';
import { riskInformationContent } from '../domain/risk-information-content.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { takenInStamps } from '../repository/taken-in-stamps.js';
import { writeRiskInformation } from '../repository/write-risk-information.js';

/** A platform's report arrives: it becomes risk information that concerns the platform, which is told the number (3.4 a). */
export const takeInRiskReport: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const report = event.payload as unknown as ReportedRisk;
  const checked = check(report, dayInShanghai(unit.now));
  if (checked instanceof Refusal) {
    await keepUnmatchedEvent(unit, event, `the report is not one that can be taken in: ${checked.code} ${checked.details.field ?? ''}`, log);
    return;
  }
  const { platformId, centerId } = report;
  const [written] = await writeRiskInformation(unit, centerId, [{ ...checked, concerned: [platformId] }]);
  if (!written || written.disposition === 'UNCHANGED') return;
  const { id, number } = await unit.tx.riskInformation.findUniqueOrThrow({ where: { id: written.id }, select: { id: true, number: true } });
  const stamps = takenInStamps(centerId, [platformId]);
  unit.emit({ kind: 'RiskInformationTakenIn', subjectType: 'RiskInformation', subjectId: id, stamps, receivers: {} });
  unit.emit({
    kind: 'RiskReportTakenIn',
    subjectType: 'RiskInformation',
    subjectId: id,
    stamps,
    receivers: { platforms: { riskReportId: report.id, platformId, number } },
  });
};

function check(report: ReportedRisk, today: string) {
  try {
    const row = riskInformationOf(report);
    return { ...riskInformationContent(row, today), content: row.sourceRecord.content };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

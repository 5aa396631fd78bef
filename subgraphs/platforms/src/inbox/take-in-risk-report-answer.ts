import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { riskReportMachine } from '../domain/risk-report-machine.js';
import type { PlatformsTransaction } from '../repository/database.js';

/** What the centre tells of a risk report that it has taken in. */
interface RiskReportTakenIn {
  readonly riskReportId: string;
  /** 编号 of the risk information. */
  readonly number: string;
}

const cause = 'monitoring-center.RiskReportTakenIn';

/** The centre has taken a platform's report in as risk information (3.4 a, 5.1.1 c). */
export const takeInRiskReportAnswer: InboxHandler<PlatformsTransaction> = async (unit, event, log) => {
  const { riskReportId: id, number } = event.payload as unknown as RiskReportTakenIn;
  const report = await unit.tx.riskReport.findUnique({ where: { id } });
  if (!report || !riskReportMachine.leadsFrom(cause, report)) {
    log.warn({ event: event.id, riskReport: id }, 'the centre has taken in a risk report that does not wait for it');
    return;
  }
  const taken = await unit.tx.riskReport.update({
    where: { id },
    data: { takenInAt: new Date(event.occurredAt), riskInformationNumber: number, ...riskReportMachine.move(cause, report) },
  });
  unit.emit({ kind: 'RiskReportAnswered', subjectType: 'RiskReport', subjectId: id, stamps: stampsOf(taken), receivers: {} });
};

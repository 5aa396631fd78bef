import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { ReportedResult } from '../domain/failed-items.js';
import { feedbackWithin } from '../domain/feedback-within.js';
import { planFollowers } from '../domain/plan-followers.js';
import { sampleMachine } from '../domain/sample-machine.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { endCommission } from '../repository/end-commission.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { moveSample } from '../repository/move-sample.js';
import { receivedPlan } from '../repository/received-plan.js';
import { sampleUnderWay, type NamedSample } from '../repository/sample-under-way.js';

/** What a lab tells of a report that it issues (3.3, 5.3.4). */
interface InspectionReportIssued extends NamedSample {
  readonly reportId: string;
  readonly number: string;
  readonly conclusion: string;
  readonly results: readonly ReportedResult[];
  readonly issuedAt: string;
  /** Whether every sample of the commission has a report or a recorded failure now. */
  readonly complete: boolean;
}

const cause = 'labs.InspectionReportIssued';

/**
 * A report arrives: its sample is reported, the commission too when it is complete, and feedback is owed within the time that
 * the plan sets (5.4.1). A later report on the same sample counts until monitoring data is compiled from it.
 */
export const takeInInspectionReport: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const { tx, now } = unit;
  const report = event.payload as unknown as InspectionReportIssued;
  const underWay = await sampleUnderWay(tx, report);
  if (!underWay) {
    await keepUnmatchedEvent(unit, event, 'the lab has no commission under way for this sample', log);
    return;
  }
  const { commission, sample } = underWay;
  const content = {
    number: report.number,
    labId: report.labId,
    commissionId: commission.id,
    sampleId: sample.id,
    conclusion: report.conclusion,
    results: report.results as object[],
    issuedAt: new Date(report.issuedAt),
    receivedAt: now,
    cause: `${event.source}:${event.id}`,
    holder: sample.holder,
    concerned: commission.concerned,
  };
  await tx.receivedInspectionReport.upsert({ where: { id: report.reportId }, create: { id: report.reportId, ...content }, update: content });

  const compiled = await tx.monitoringData.findUnique({ where: { sampleId: sample.id }, select: { id: true } });
  const first = sampleMachine.leadsFrom(cause, sample);
  if (!compiled) {
    const noted = { reportId: report.reportId, conclusion: report.conclusion };
    const reported = first
      ? await moveSample(unit, sample, cause, noted)
      : await tx.sample.update({ where: { id: sample.id }, data: { ...noted, revision: { increment: 1 } } });
    unit.emit({ kind: 'InspectionReportReceived', subjectType: 'Sample', subjectId: sample.id, stamps: stampsOf(reported), receivers: {} });
  }
  if (report.complete) await endCommission(unit, commission, cause);
  if (first) {
    await unit.dropDuties('DispatchSample', sample.id);
    const plan = await receivedPlan(tx, sample.planId);
    await unit.openDuty({
      kind: 'FeedBackMonitoringData',
      subjectType: 'Sample',
      subjectId: sample.id,
      partyId: sample.holder,
      role: 'ANALYST',
      dueAt: new Date(now.getTime() + feedbackWithin(plan?.feedbackWithin).milliseconds),
      concerned: planFollowers(sample),
      partOf: sample.planId,
    });
  }
};

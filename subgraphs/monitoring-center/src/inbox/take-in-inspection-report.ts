import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { ReportedResult } from '../domain/failed-items.js';
import { feedbackWithin } from '../domain/feedback-within.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { receivedPlan } from '../repository/received-plan.js';

/** What a lab tells of a report that it issues (3.3, 5.3.4). */
interface InspectionReportIssued {
  readonly reportId: string;
  readonly commissionId: string;
  readonly sampleId: string;
  readonly labId: string;
  readonly number: string;
  readonly conclusion: string;
  readonly results: readonly ReportedResult[];
  readonly issuedAt: string;
  /** Whether every sample of the commission has a report now. */
  readonly complete: boolean;
}

/**
 * A report arrives: its sample is reported, the commission too when it is complete, and feedback is owed within the time that
 * the plan sets (5.4.1). A later report on the same sample counts until monitoring data is compiled from it.
 */
export const takeInInspectionReport: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const { tx, now } = unit;
  const report = event.payload as unknown as InspectionReportIssued;
  const commission = await tx.inspectionCommission.findUnique({ where: { id: report.commissionId } });
  const sample = await tx.sample.findUnique({ where: { id: report.sampleId } });
  if (commission?.labId !== report.labId || sample?.commissionId !== commission.id) {
    await keepUnmatchedEvent(unit, event, 'the lab has no commission under way for this sample', log);
    return;
  }
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
  const first = sample.state === 'COMMISSIONED';
  if (!compiled) {
    const reported = await tx.sample.update({
      where: { id: sample.id },
      data: {
        reportId: report.reportId,
        revision: { increment: 1 },
        ...(first && { state: 'REPORTED', reached: { push: 'REPORTED' } }),
      },
    });
    unit.emit({ kind: 'InspectionReportReceived', subjectType: 'Sample', subjectId: sample.id, stamps: stampsOf(reported), receivers: {} });
  }
  if (report.complete && commission.state !== 'REPORTED') {
    const ended = await tx.inspectionCommission.update({
      where: { id: commission.id },
      data: { state: 'REPORTED', reached: { push: 'REPORTED' }, revision: { increment: 1 } },
    });
    unit.emit({
      kind: 'InspectionCommissionReported',
      subjectType: 'InspectionCommission',
      subjectId: commission.id,
      stamps: stampsOf(ended),
      receivers: {},
    });
  }
  if (first) {
    const plan = await receivedPlan(tx, sample.planId);
    await unit.openDuty({
      kind: 'FeedBackMonitoringData',
      subjectType: 'Sample',
      subjectId: sample.id,
      partyId: sample.holder,
      role: 'ANALYST',
      dueAt: new Date(now.getTime() + feedbackWithin(plan?.feedbackWithin).milliseconds),
      concerned: plan?.concerned ?? [],
    });
  }
};

import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { dueAfter } from '../domain/due-after.js';
import { feedbackWithin } from '../domain/feedback-within.js';
import type { ToldReport } from '../domain/is-what-was-signed.js';
import { planFollowers } from '../domain/plan-followers.js';
import { sampleMachine } from '../domain/sample-machine.js';
import type { MonitoringCenterTransaction, SampleRow } from '../repository/database.js';
import { endCommission } from '../repository/end-commission.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { moveSample } from '../repository/move-sample.js';
import { receiveReport, type SignedReport } from '../repository/receive-report.js';
import { receivedPlan } from '../repository/received-plan.js';
import { sampleUnderWay } from '../repository/sample-under-way.js';

/** What a lab tells of a report that it issues (3.3, 5.3.4). */
interface InspectionReportIssued extends ToldReport, Partial<Pick<SignedReport, 'signature' | 'key'>> {
  // Reports told before there were versions have neither document nor version; those before there were receipts no signature and key.
  /** Whether every sample of the commission has a report or a recorded failure now. */
  readonly complete: boolean;
}

const cause = 'labs.InspectionReportIssued';

/**
 * A report arrives and gets its receipt. Where that accepts it, its sample is reported, the commission too when it is complete, and feedback is owed within the time that
 * the plan sets (5.4.1). A newer report on the same sample counts from then on, and is fed back anew.
 */
export const takeInInspectionReport = (receiptKey: KeyFile): InboxHandler<MonitoringCenterTransaction> => async (unit, event, log) => {
  const { tx, now } = unit;
  const report = event.payload as unknown as InspectionReportIssued;
  const underWay = await sampleUnderWay(tx, report);
  if (!underWay) {
    await keepUnmatchedEvent(unit, event, 'the lab has no commission under way for this sample', log);
    return;
  }
  const { commission, sample } = underWay;
  const { signature, key } = report;
  if (signature !== undefined && key !== undefined) {
    const receipt = await receiveReport(unit, receiptKey, { ...report, signature, key }, commission);
    if (receipt === null) {
      await keepUnmatchedEvent(unit, event, 'the report of this id was received, and this is not what was signed', log);
      return;
    }
    // The lab is told, and owes a new version.
    if (receipt.state === 'REFUSED') return;
  }
  const content = {
    document: report.document ?? report.reportId,
    version: report.version ?? 1,
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
  const first = sampleMachine.leadsFrom(cause, sample);
  if (await counts(tx, sample, content)) {
    const noted = { reportId: report.reportId, conclusion: report.conclusion };
    const reported = first
      ? await moveSample(unit, sample, cause, noted)
      : await tx.sample.update({ where: { id: sample.id }, data: { ...noted, revision: { increment: 1 } } });
    unit.emit({ kind: 'InspectionReportReceived', subjectType: 'Sample', subjectId: sample.id, stamps: stampsOf(reported), receivers: {} });
    if (first || (await wasFedBack(tx, sample))) await oweFeedback(unit, sample);
  }
  if (first) await unit.dropDuties('DispatchSample', sample.id);
  if (report.complete) await endCommission(unit, commission, cause);
};

/** Of one document only a newer version counts; any other report on the sample counts from when it arrives. */
async function counts(tx: MonitoringCenterTransaction, sample: SampleRow, { document, version }: { readonly document: string; readonly version: number }): Promise<boolean> {
  const counting = sample.reportId === null ? null : await tx.receivedInspectionReport.findUnique({ where: { id: sample.reportId } });
  return counting?.document !== document || version > counting.version;
}

/** Whether what was owed on the report that counted so far has been done, so that the newer one is owed anew. */
async function wasFedBack(tx: MonitoringCenterTransaction, { id, reportId }: SampleRow): Promise<boolean> {
  return (await tx.monitoringData.findFirst({ where: { sampleId: id, reportId: reportId ?? '', state: 'FED_BACK' }, select: { id: true } })) !== null;
}

async function oweFeedback(unit: UnitOfWork<MonitoringCenterTransaction>, sample: SampleRow): Promise<void> {
  const plan = await receivedPlan(unit.tx, sample.planId);
  await unit.openDuty({
    kind: 'FeedBackMonitoringData',
    subjectType: 'Sample',
    subjectId: sample.id,
    partyId: sample.holder,
    role: 'ANALYST',
    dueAt: dueAfter(unit.now, feedbackWithin(plan?.feedbackWithin, await unit.limits())),
    concerned: planFollowers(sample),
    partOf: sample.planId,
  });
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { Json } from '@hub/kernel/log/event.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { InspectionReport, SampleReceipt } from '@hub/prisma/labs/generated/client.js';
import { inspectionReportMachine } from '../domain/inspection-report-machine.js';
import { keptResults } from '../domain/kept-results.js';
import { lateReason } from '../domain/late-reason.js';
import type { AuthorisedSignatoryRecord } from '../domain/accreditation-content.js';
import { requireAnotherPerson } from '../domain/report-persons.js';
import { requireAuthorisedSignatory } from '../domain/require-authorised-signatory.js';
import { sampleReceiptMachine } from '../domain/sample-receipt-machine.js';
import type { Signer } from '../domain/signer.js';
import { toldResults } from '../domain/told-results.js';
import type { IssueInspectionReportInput } from '../generated/graphql.js';
import { accreditedResultsOf } from './accredited-results-of.js';
import { admittedReport } from './admitted-report.js';
import type { LabsTransaction } from './database.js';
import { endCommission } from './end-commission.js';
import { contentToSign } from './content-to-sign.js';
import { lapseCorrections } from './lapse-corrections.js';
import { keyOfSignatory } from './key-of-signatory.js';
import { signReport } from './sign-report.js';

/**
 * Issues a report (签发, 3.3, 5.3.4): a third person approves and signs it, the version that it replaces gives way, and the
 * centre is told. With the last sample of a commission the commission ends.
 */
export function issueInspectionReport({ maskKey, signer }: { readonly maskKey: string; readonly signer: Signer }) {
  return async (scope: ActScope<LabsTransaction>, input: IssueInspectionReportInput): Promise<ActResult> => {
    const { unit, caller } = scope;
    const { tx } = unit;
    const reviewed = await admittedReport(scope, input);
    requireAnotherPerson(caller.userId, reviewed);
    // The mark is that of the day of issue, whatever scope the report was prepared under.
    const { results, cmaMark } = await accreditedResultsOf(tx, reviewed.holder, keptResults(reviewed.results), unit.now);
    const { signatories } = await tx.lab.findUniqueOrThrow({ where: { id: reviewed.holder }, select: { signatories: true } });
    requireAuthorisedSignatory(
      caller.userId,
      results,
      signatories as unknown as readonly AuthorisedSignatoryRecord[] | null,
    );
    const receipt = await tx.sampleReceipt.findUniqueOrThrow({ where: { id: reviewed.receiptId } });
    const { agreedDueAt } = await tx.commissionAcceptance.findUniqueOrThrow({ where: { id: reviewed.commissionId }, select: { agreedDueAt: true } });
    const approved = {
      ...reviewed,
      results,
      cmaMark,
      approvedBy: caller.userId,
      lateReason: lateReason(input.lateReason, { issuedAt: unit.now, agreedDueAt, version: reviewed.version }),
    };
    const key = await keyOfSignatory(unit, signer, { labId: reviewed.holder, userId: caller.userId });
    // The time of an act is that of its beginning: the key that it waited for may be younger, and signs nothing before it was issued.
    const issuedAt = new Date(Math.max(unit.now.getTime(), key.issuedAt.getTime()));
    const signature = await signReport(signer, key, contentToSign(maskKey, approved, receipt, issuedAt));
    const report = await tx.inspectionReport.update({
      where: { id: reviewed.id },
      data: {
        results,
        cmaMark,
        approvedBy: approved.approvedBy,
        lateReason: approved.lateReason,
        issuedAt,
        signature,
        signingKeyId: key.id,
        ...inspectionReportMachine.move('issueInspectionReport', reviewed),
      },
    });
    await unit.closeDuties('IssueInspectionReport', report.id);
    await supersede(unit, report);
    await markReported(unit, receipt);
    const complete = await endCommission(unit, report.commissionId, 'issueInspectionReport');
    await lapseCorrections(unit, report.commissionId, 'issueInspectionReport');
    unit.emit({
      kind: 'InspectionReportIssued',
      subjectType: 'InspectionReport',
      subjectId: report.id,
      stamps: stampsOf(report),
      receivers: {
        'monitoring-center': {
          reportId: report.id,
          document: report.document,
          version: report.version,
          supersedesId: report.supersedesId,
          commissionId: report.commissionId,
          sampleId: report.sampleId,
          labId: report.holder,
          number: report.number,
          conclusion: report.conclusion,
          results: toldResults(results),
          issuedAt: issuedAt.toISOString(),
          complete,
          signature,
          key: { id: key.id, publicJwk: key.publicJwk as Json },
        },
      },
    });
    return { valueId: report.id };
  };
}

/** The version that a report replaces gives way to it; both stay readable. */
async function supersede(unit: UnitOfWork<LabsTransaction>, { id, supersedesId }: InspectionReport): Promise<void> {
  if (supersedesId === null) return;
  const replaced = await unit.tx.inspectionReport.findUniqueOrThrow({ where: { id: supersedesId } });
  const superseded = await unit.tx.inspectionReport.update({
    where: { id: supersedesId },
    data: { supersededById: id, ...inspectionReportMachine.move('InspectionReportSuperseded', replaced) },
  });
  await unit.closeDuties('ReplaceInspectionReport', supersedesId);
  unit.emit({
    kind: 'InspectionReportSuperseded',
    subjectType: 'InspectionReport',
    subjectId: supersedesId,
    stamps: stampsOf(superseded),
    receivers: {},
  });
}

/** The sample is reported with its first report. */
async function markReported(unit: UnitOfWork<LabsTransaction>, receipt: SampleReceipt): Promise<void> {
  if (!sampleReceiptMachine.leadsFrom('issueInspectionReport', receipt)) return;
  await unit.tx.sampleReceipt.update({ where: { id: receipt.id }, data: sampleReceiptMachine.move('issueInspectionReport', receipt) });
}

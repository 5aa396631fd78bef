import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { sampleReceiptMachine } from '../domain/sample-receipt-machine.js';
import type { ReportInspectionFailureInput } from '../generated/graphql.js';
import { admittedReceipt } from './admitted-receipt.js';
import type { LabsTransaction } from './database.js';
import { discardReports } from './discard-reports.js';
import { endCommission } from './end-commission.js';
import { lapseCorrections } from './lapse-corrections.js';

/** Reports that a sample cannot be inspected, with facts and evidence; the centre is told at once (检验不能, 5.3.2). */
export async function reportInspectionFailure(scope: ActScope<LabsTransaction>, input: ReportInspectionFailureInput): Promise<ActResult> {
  const { unit } = scope;
  const { tx } = unit;
  const receipt = await admittedReceipt(scope, input);
  const facts = requireText('facts', input.facts);
  requireValid(
    input.evidence.length > 0,
    'evidence',
    { en: 'a failure is reported with evidence (5.3.2)', 'zh-CN': '检验不能须附证据（5.3.2）' },
    { en: 'a photo of the sample', 'zh-CN': '样品照片' },
  );
  const evidence = requireEvidenceFiles('evidence', input.evidence).map((file) => ({ ...file }));
  await discardReports(unit, receipt.id, 'reportInspectionFailure');
  await tx.sampleReceipt.update({
    where: { id: receipt.id },
    data: sampleReceiptMachine.move('reportInspectionFailure', receipt),
  });
  await unit.dropDuties('ReceiveSample', receipt.id);
  const { commissionId, sampleId, holder, concerned } = receipt;
  const id = randomUUID();
  const failure = await tx.inspectionFailure.create({
    data: {
      id,
      receiptId: receipt.id,
      commissionId,
      sampleId,
      productKind: receipt.productKind,
      reason: input.reason,
      facts,
      evidence,
      failedAt: unit.now,
      reported: { ...actRecord(unit) },
      holder,
      concerned,
      state: 'REPORTED',
      reached: ['REPORTED'],
    },
  });
  await scope.preserve({ field: 'evidence', subject: { type: 'InspectionFailure', id }, files: evidence });
  const complete = await endCommission(unit, commissionId, 'reportInspectionFailure');
  await lapseCorrections(unit, commissionId, 'reportInspectionFailure');
  unit.emit({
    kind: 'InspectionFailed',
    subjectType: 'InspectionFailure',
    subjectId: id,
    stamps: stampsOf(failure),
    receivers: {
      'monitoring-center': {
        failureId: id,
        sampleId,
        commissionId,
        labId: holder,
        reason: input.reason,
        facts,
        failedAt: unit.now.toISOString(),
        complete,
      },
    },
  });
  return { valueId: id };
}

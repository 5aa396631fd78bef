import { randomUUID } from 'node:crypto';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireSince } from '@hub/kernel/validation/require-time.js';
import { foundSeal } from '../domain/found-seal.js';
import { sampleReceiptMachine } from '../domain/sample-receipt-machine.js';
import type { RecordSampleReceiptInput } from '../generated/graphql.js';
import { admittedReceipt } from './admitted-receipt.js';
import type { LabsTransaction } from './database.js';

/** Records that a sample has arrived and how it was found (收样, 5.3.1); whoever records it holds it from now on. */
export async function recordSampleReceipt(scope: ActScope<LabsTransaction>, input: RecordSampleReceiptInput): Promise<ActResult> {
  const { unit, caller } = scope;
  const expected = await admittedReceipt(scope, input);
  const accepted = { what: { en: 'the acceptance of its commission', 'zh-CN': '接受委托的时间' }, at: expected.expectedSince };
  const receivedAt = requireSince('receivedAt', input.receivedAt, accepted, unit.now);
  const photos = requireEvidenceFiles('photos', input.photos ?? []).map((file) => ({ ...file }));
  const receipt = await unit.tx.sampleReceipt.update({
    where: { id: expected.id },
    data: {
      receivedAt,
      received: { ...actRecord(unit) },
      appearance: requireText('appearance', input.appearance),
      condition: requireText('condition', input.condition),
      ...foundSeal(input),
      mayAffectResult: optionalText('mayAffectResult', input.mayAffectResult),
      photos,
      custodian: caller.userId,
      ...sampleReceiptMachine.move('recordSampleReceipt', expected),
    },
  });
  await unit.tx.custodyEntry.create({
    data: { id: randomUUID(), receiptId: receipt.id, at: receivedAt, fromUserId: null, toUserId: caller.userId, purpose: '收样' },
  });
  await scope.preserve({ field: 'photos', subject: { type: 'SampleReceipt', id: receipt.id }, files: photos });
  await unit.closeDuties('ReceiveSample', receipt.id);
  unit.emit({
    kind: 'SampleReceiptRecorded',
    subjectType: 'SampleReceipt',
    subjectId: receipt.id,
    stamps: stampsOf(receipt),
    receivers: {
      'monitoring-center': {
        sampleId: receipt.sampleId,
        commissionId: receipt.commissionId,
        labId: receipt.holder,
        receivedAt: receivedAt.toISOString(),
        sealIntact: input.sealIntact,
      },
    },
  });
  return { valueId: receipt.id };
}

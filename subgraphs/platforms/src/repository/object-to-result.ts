import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { receivedResultNoticeMachine } from '../domain/received-result-notice-machine.js';
import { requireInTime } from '../domain/require-in-time.js';
import { requireObjectable } from '../domain/require-objectable.js';
import type { NoticeCapacity, ObjectToResultInput } from '../generated/graphql.js';
import type { PlatformsTransaction } from './database.js';
import { lockedReceivedNotice } from './locked-received-notice.js';

/** Objects to a result within the limit (提出异议, after 5.4.1, 产品质量法 15). */
export async function objectToResult(
  { unit, caller, admit, preserve }: ActScope<PlatformsTransaction>,
  { noticeId: id, expectedRevision, ground, ...input }: ObjectToResultInput,
): Promise<ActResult> {
  const before = admit(await lockedReceivedNotice(unit.tx, id, caller.partyId), { type: 'ReceivedResultNotice', id, field: 'noticeId', expectedRevision });
  requireObjectable(before.capacity as NoticeCapacity, ground);
  requireInTime(unit.now, before.objectBy, 'noticeId');
  const statement = requireText('statement', input.statement);
  const evidence = requireEvidenceFiles('evidence', input.evidence ?? []).map((file) => ({ ...file }));
  const retestRequested = input.retestRequested ?? false;
  const notice = await unit.tx.receivedResultNotice.update({
    where: { id },
    data: {
      ...receivedResultNoticeMachine.move('objectToResult', before),
      objection: { ground, statement, retestRequested, evidence, raised: { ...actRecord(unit) } },
    },
  });
  await preserve({ field: 'evidence', subject: { type: 'ReceivedResultNotice', id }, files: evidence });
  unit.emit({
    kind: 'ObjectionRaised',
    subjectType: 'ReceivedResultNotice',
    subjectId: id,
    stamps: stampsOf(notice),
    receivers: {
      regulator: { noticeId: id, addresseeId: notice.addresseeId, ground, statement, retestRequested, evidence, raisedAt: unit.now.toISOString() },
    },
  });
  return { valueId: id };
}

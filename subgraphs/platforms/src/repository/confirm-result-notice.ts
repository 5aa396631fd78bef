import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { receivedResultNoticeMachine } from '../domain/received-result-notice-machine.js';
import type { ConfirmResultNoticeInput } from '../generated/graphql.js';
import type { PlatformsTransaction } from './database.js';
import { lockedReceivedNotice } from './locked-received-notice.js';

/** Confirms receipt of a result notice (签收, after 5.4.1): it is served. Until when it may be objected to, the regulator counts that decides. */
export async function confirmResultNotice(
  { unit, caller, admit }: ActScope<PlatformsTransaction>,
  { noticeId: id, expectedRevision }: ConfirmResultNoticeInput,
): Promise<ActResult> {
  const before = admit(await lockedReceivedNotice(unit.tx, id, caller.partyId), { type: 'ReceivedResultNotice', id, field: 'noticeId', expectedRevision });
  const notice = await unit.tx.receivedResultNotice.update({
    where: { id },
    data: { ...receivedResultNoticeMachine.move('confirmResultNotice', before), servedAt: unit.now, serviceMethod: 'ELECTRONIC' },
  });
  await unit.closeDuties('ConfirmResultNotice', id);
  unit.emit({
    kind: 'ResultNoticeConfirmed',
    subjectType: 'ReceivedResultNotice',
    subjectId: id,
    stamps: stampsOf(notice),
    receivers: {
      regulator: {
        noticeId: id,
        addresseeId: notice.addresseeId,
        confirmed: { ...actRecord(unit) },
      },
    },
  });
  return { valueId: id };
}

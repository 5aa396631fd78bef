import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { dayLimitEnds } from '@hub/kernel/calendar/day-limit-ends.js';
import { workingCalendarFor } from '@hub/kernel/calendar/working-calendar-for.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { objectionLimit } from '@hub/schema/code-lists/objection-limit.js';
import { receivedResultNoticeMachine } from '../domain/received-result-notice-machine.js';
import type { ConfirmResultNoticeInput } from '../generated/graphql.js';
import type { PlatformsTransaction } from './database.js';
import { lockedReceivedNotice } from './locked-received-notice.js';

/** Confirms receipt of a result notice (签收, after 5.4.1): it is served, and the time to object begins. */
export async function confirmResultNotice(
  { unit, caller, codeLists, admit }: ActScope<PlatformsTransaction>,
  { noticeId: id, expectedRevision }: ConfirmResultNoticeInput,
): Promise<ActResult> {
  const before = admit(await lockedReceivedNotice(unit.tx, id, caller.partyId), { type: 'ReceivedResultNotice', id, field: 'noticeId', expectedRevision });
  const objectBy = dayLimitEnds(unit.now, objectionLimit, workingCalendarFor(codeLists, unit.now));
  const notice = await unit.tx.receivedResultNotice.update({
    where: { id },
    data: { ...receivedResultNoticeMachine.move('confirmResultNotice', before), servedAt: unit.now, serviceMethod: 'ELECTRONIC', objectBy },
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
        confirmedAt: unit.now.toISOString(),
        objectBy: objectBy.toISOString(),
        confirmed: { ...actRecord(unit) },
      },
    },
  });
  return { valueId: id };
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { resultNoticeMachine } from '../domain/result-notice-machine.js';
import type { WithdrawResultNoticeInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { lockedNotice } from './locked-notice.js';
import { lockedReceivedData } from './locked-received-data.js';
import { oweNotices } from './owe-notices.js';
import { toAddressee } from './to-addressee.js';

/** Withdraws a notice with a reason (撤回, after 5.4.1), unless somebody has objected to it: an objection is decided. */
export async function withdrawResultNotice(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: WithdrawResultNoticeInput,
): Promise<ActResult> {
  const id = input.noticeId;
  const { expectedRevision } = input;
  // What is owed by the data is counted anew: one at a time, and the data first, as where a notice is issued.
  const named = await unit.tx.resultNotice.findFirst({ where: { id, holder: caller.partyId }, select: { monitoringDataId: true } });
  const [data] = named ? await lockedReceivedData(unit.tx, [named.monitoringDataId], caller.partyId) : [];
  const before = admit(await lockedNotice(unit.tx, id, caller.partyId), { type: 'ResultNotice', id, field: 'noticeId', expectedRevision });
  const reason = requireText('reason', input.reason);
  const objection = await unit.tx.objection.findFirst({ where: { noticeId: id }, select: { number: true } });
  if (objection) throw new Refusal('NOTICE_OBJECTED', { field: 'noticeId', parameters: { number: objection.number } });
  const notice = await unit.tx.resultNotice.update({
    where: { id },
    data: { ...resultNoticeMachine.move('withdrawResultNotice', before), withdrawReason: reason },
  });
  await unit.dropDuties('ServeResultNotice', id);
  // Whoever it told has been told of nothing now.
  if (data) await oweNotices(unit, data);
  unit.emit({
    kind: 'ResultNoticeEnded',
    subjectType: 'ResultNotice',
    subjectId: id,
    stamps: stampsOf(notice),
    receivers: toAddressee(notice, { id, outcome: notice.state, reason }),
  });
  return { valueId: id };
}

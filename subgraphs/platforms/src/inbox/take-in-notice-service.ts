import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { receivedResultNoticeMachine } from '../domain/received-result-notice-machine.js';
import type { PlatformsTransaction } from '../repository/database.js';
import { lockedReceivedNotice } from '../repository/locked-received-notice.js';

/** What a regulator tells of a notice that was served (送达, after 5.4.1). */
interface ResultNoticeServed {
  readonly id: string;
  readonly method: string;
  readonly servedAt: string;
  readonly objectBy: string;
}

const cause = 'regulator.ResultNoticeServed';

/** The regulator says how and when a notice was served, and until when its addressee may object: its word counts, but a limit that was shown is never shortened. */
export const takeInNoticeService: InboxHandler<PlatformsTransaction> = async (unit, event) => {
  const { id, method, ...told } = event.payload as unknown as ResultNoticeServed;
  const notice = await lockedReceivedNotice(unit.tx, id, null);
  const objectBy = new Date(told.objectBy);
  if (!notice || !receivedResultNoticeMachine.leadsFrom(cause, notice)) return;
  if (notice.objectBy !== null && notice.objectBy >= objectBy) return;
  const served = await unit.tx.receivedResultNotice.update({
    where: { id },
    data: { ...receivedResultNoticeMachine.move(cause, notice), servedAt: new Date(told.servedAt), serviceMethod: method, objectBy },
  });
  await unit.dropDuties('ConfirmResultNotice', id);
  unit.emit({ kind: 'ReceivedResultNoticeMoved', subjectType: 'ReceivedResultNotice', subjectId: id, stamps: stampsOf(served), receivers: {} });
};

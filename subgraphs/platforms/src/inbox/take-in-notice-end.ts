import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { receivedResultNoticeMachine } from '../domain/received-result-notice-machine.js';
import type { PlatformsTransaction } from '../repository/database.js';
import { lockedReceivedNotice } from '../repository/locked-received-notice.js';

/** What a regulator tells of a notice that is no longer in force (after 5.4.1). */
interface ResultNoticeEnded {
  readonly id: string;
  readonly outcome: 'WITHDRAWN' | 'SUPERSEDED';
  readonly reason: string | null;
}

const cause = 'regulator.ResultNoticeEnded';

/** A notice was withdrawn, or a new version of the result took its place: nothing is owed of it, and nobody objects to it any more. */
export const takeInNoticeEnd: InboxHandler<PlatformsTransaction> = async (unit, event) => {
  const { id, outcome, reason } = event.payload as unknown as ResultNoticeEnded;
  const notice = await lockedReceivedNotice(unit.tx, id, null);
  if (!notice || !receivedResultNoticeMachine.leadsFrom(cause, notice)) return;
  const ended = await unit.tx.receivedResultNotice.update({
    where: { id },
    data: { ...receivedResultNoticeMachine.move(cause, notice, outcome), withdrawReason: reason },
  });
  await unit.dropDuties('ConfirmResultNotice', id);
  unit.emit({ kind: 'ReceivedResultNoticeMoved', subjectType: 'ReceivedResultNotice', subjectId: id, stamps: stampsOf(ended), receivers: {} });
};

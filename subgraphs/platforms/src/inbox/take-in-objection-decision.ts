import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { receivedResultNoticeMachine } from '../domain/received-result-notice-machine.js';
import type { PlatformsTransaction } from '../repository/database.js';
import { lockedReceivedNotice } from '../repository/locked-received-notice.js';

/** What a regulator answers to an objection (after 5.4.1). */
interface ObjectionDecided {
  readonly noticeId: string;
  /** Whether the regulator had entered it for an addressee without an account. */
  readonly onBehalf?: boolean;
  readonly outcome: 'UPHELD' | 'REJECTED' | 'NOT_ADMITTED';
  readonly reason: string;
  readonly decidedAt: string;
}

const cause = 'regulator.ObjectionDecided';

/**
 * The regulator has decided upon an objection, and its author reads why, also of one that was entered for it. Where it has raised its own as well, it is that one whose
 * answer is waited for here; the other is read at the regulator.
 */
export const takeInObjectionDecision: InboxHandler<PlatformsTransaction> = async (unit, event, log) => {
  const { noticeId: id, onBehalf = false, outcome, reason, decidedAt } = event.payload as unknown as ObjectionDecided;
  const notice = await lockedReceivedNotice(unit.tx, id, null);
  if (!notice || !receivedResultNoticeMachine.leadsFrom(cause, notice)) {
    log.warn({ event: event.id, notice: id }, 'an objection was decided that does not wait for it');
    return;
  }
  if (onBehalf && notice.objection !== null) return;
  const decided = await unit.tx.receivedResultNotice.update({
    where: { id },
    data: { ...receivedResultNoticeMachine.move(cause, notice), objectionAnswer: { outcome, reason, decidedAt } },
  });
  unit.emit({ kind: 'ReceivedResultNoticeMoved', subjectType: 'ReceivedResultNotice', subjectId: id, stamps: stampsOf(decided), receivers: {} });
};

import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { NamedFile } from '@hub/kernel/validation/require-evidence-files.js';
import { objectionMachine } from '../domain/objection-machine.js';
import type { ObjectionGround } from '../generated/graphql.js';
import type { RegulatorTransaction } from '../repository/database.js';
import { lockedNoticeWithData } from '../repository/locked-notice-with-data.js';
import { objectorOf, raiseObjection } from '../repository/raise-objection.js';
import { toldDecision } from '../repository/told-decision.js';

/** What an addressee tells of an objection that it raises (提出异议, after 5.4.1). */
interface ObjectionRaised {
  readonly noticeId: string;
  readonly addresseeId: string;
  readonly ground: ObjectionGround;
  readonly statement: string;
  readonly retestRequested: boolean;
  readonly evidence: readonly NamedFile[];
  readonly raisedAt: string;
}

const cause = 'platforms.ObjectionRaised';

/**
 * An objection arrives. What comes upon a notice that has been withdrawn or superseded meanwhile is kept, not admitted, and its author is told. One that the regulator
 * entered before, because its author had lost its account, takes nothing from it: both are decided.
 */
export const takeInObjection: InboxHandler<RegulatorTransaction> = async (unit, event, log) => {
  const { noticeId, addresseeId, evidence, ...told } = event.payload as unknown as ObjectionRaised;
  const notice = await lockedNoticeWithData(unit.tx, noticeId, null);
  const own = { noticeId_onBehalf: { noticeId, onBehalf: false } };
  if (!notice || notice.addresseeId !== addresseeId || (await unit.tx.objection.findUnique({ where: own, select: { id: true } }))) {
    log.warn({ notice: noticeId, state: notice?.state }, 'an objection to a notice that does not wait for one is passed over');
    return;
  }
  const raised = { ...told, raisedAt: new Date(told.raisedAt) };
  const inTime = notice.objectBy !== null && raised.raisedAt < notice.objectBy;
  if (notice.state === 'SERVED' && inTime) {
    await raiseObjection(unit, cause, notice, { ...raised, evidence });
    return;
  }
  const decisionReason = inTime ? '该告知书已撤回或已被新版本的结果取代 (the notice is no longer in force)' : '超过异议期限 (the time to object was over)';
  const objection = await unit.tx.objection.create({
    data: {
      ...raised,
      ...objectorOf(notice, unit.now),
      evidence: evidence.map((file) => ({ ...file })),
      onBehalf: false,
      decisionReason,
      decidedAt: unit.now,
      ...objectionMachine.begin(cause, 'NOT_ADMITTED'),
    },
  });
  unit.emit({
    kind: 'ObjectionDecided',
    subjectType: 'Objection',
    subjectId: objection.id,
    stamps: stampsOf(objection),
    receivers: toldDecision(objection, unit.now),
  });
};

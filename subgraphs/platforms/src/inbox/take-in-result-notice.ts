import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { receivedResultNoticeMachine } from '../domain/received-result-notice-machine.js';
import type { PlatformsTransaction } from '../repository/database.js';

/** What a regulator tells of a notice that it issues to a party with an account (after 5.4.1). */
interface ResultNoticeIssued {
  readonly id: string;
  readonly number: string;
  readonly regulatorId: string;
  readonly capacity: string;
  readonly addresseeId: string;
  readonly monitoringDataId: string;
  readonly productName: string;
  readonly text: string;
}

/** A result notice arrives at its addressee, who is to confirm receipt. */
export const takeInResultNotice: InboxHandler<PlatformsTransaction> = async (unit, event) => {
  const { addresseeId, regulatorId, ...told } = event.payload as unknown as ResultNoticeIssued;
  if (await unit.tx.receivedResultNotice.findUnique({ where: { id: told.id }, select: { id: true } })) return;
  const notice = await unit.tx.receivedResultNotice.create({
    data: {
      ...told,
      addresseeId,
      regulatorId,
      receivedAt: unit.now,
      confirmBy: await unit.dueBy('ConfirmResultNotice'),
      cause: `${event.source}:${event.id}`,
      holder: addresseeId,
      concerned: [regulatorId],
      ...receivedResultNoticeMachine.begin('regulator.ResultNoticeIssued'),
    },
  });
  await unit.openDuty({
    kind: 'ConfirmResultNotice',
    subjectType: 'ResultNotice',
    subjectId: notice.id,
    partyId: addresseeId,
    role: 'OFFICER',
    dueAt: notice.confirmBy,
    concerned: notice.concerned,
  });
  unit.emit({ kind: 'ResultNoticeReceived', subjectType: 'ReceivedResultNotice', subjectId: notice.id, stamps: stampsOf(notice), receivers: {} });
};

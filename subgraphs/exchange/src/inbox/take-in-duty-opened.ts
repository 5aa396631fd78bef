import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { stagesOf } from '../domain/duty-clock.js';
import { dutyMachine } from '../domain/duty-machine.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { takeInEvent } from './take-in-event.js';

/** What an owner tells of a duty that it opens. */
interface DutyOpened {
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly role: string;
  readonly openedAt: string;
  readonly dueAt: string;
  /** The undertaking that it is part of, where its owner knows it. */
  readonly partOf?: string | null;
}

/** A duty of some owner arrives at the desk of its party (5.4.3 b), and in the feed. */
export const takeInDutyOpened: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  const duty = event.payload as unknown as DutyOpened;
  const { holder, concerned } = event.stamps;
  await unit.tx.duty.create({
    data: {
      id: event.subjectId,
      owner: event.source,
      kind: duty.kind,
      subjectType: duty.subjectType,
      subjectId: duty.subjectId,
      role: duty.role,
      openedAt: new Date(duty.openedAt),
      dueAt: new Date(duty.dueAt),
      nextStageAt: stagesOf({ kind: duty.kind, dueAt: new Date(duty.dueAt) }, await unit.limits())[0]?.at ?? null,
      holder,
      partOf: duty.partOf ?? null,
      concerned: [...concerned],
      ...dutyMachine.begin('*.DutyOpened'),
    },
  });
  await takeInEvent(unit, event, log);
};

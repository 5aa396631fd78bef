import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { takeInEvent } from './take-in-event.js';

/** What an owner tells of a duty that has been done. */
interface DutyClosed {
  readonly closedAt: string;
}

/** A duty leaves the desk; only the owner where it stands can close it. */
export const takeInDutyClosed: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  const { closedAt } = event.payload as unknown as DutyClosed;
  const { state, reached } = event.stamps;
  await unit.tx.duty.updateMany({
    where: { id: event.subjectId, owner: event.source },
    data: { closedAt: new Date(closedAt), state, reached: [...reached] },
  });
  await takeInEvent(unit, event, log);
};

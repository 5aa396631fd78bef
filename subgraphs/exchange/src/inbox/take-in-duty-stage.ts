import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { takeInEvent } from './take-in-event.js';

/** A stage of a duty becomes part of the feed while the duty is open: what was done meanwhile is told as done, and as overdue no more. */
export const takeInDutyStage: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  const [open] = await unit.tx.$queryRaw<{ id: string }[]>`SELECT id FROM duty WHERE id = ${event.subjectId} AND state = 'OPEN' FOR UPDATE`;
  if (open) await takeInEvent(unit, event, log);
};

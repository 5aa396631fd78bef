import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { takeInEvent } from './take-in-event.js';

/** What the centre tells the exchange alone of a commission or of monitoring data: the plan that it is part of. */
interface PartOfPlan {
  readonly partOf?: string;
}

/** The exchange learns what is part of a plan (3.1 a), so that labs and platforms need not: buying is blind (5.2.2). */
export const takeInPartOfPlan: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  const planId = (event.payload as PartOfPlan | null)?.partOf;
  if (planId !== undefined) {
    await unit.tx.planPart.createMany({ data: [{ subjectId: event.subjectId, planId }], skipDuplicates: true });
  }
  await takeInEvent(unit, event, log);
};

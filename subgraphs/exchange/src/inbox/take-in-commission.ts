import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { takeInPartOfPlan } from './take-in-part-of-plan.js';

/** A lab works for the centre that commissioned it: what it reads from then on is read under the centre's plans too (5.2.2). */
export const takeInCommission: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  const { holder, concerned } = event.stamps;
  await unit.tx.workingFor.createMany({ data: concerned.map((partyId) => ({ partyId, principal: holder })), skipDuplicates: true });
  await takeInPartOfPlan(unit, event, log);
};

import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { openEmbargo } from '../repository/embargo.js';
import { takeInPartOfPlan } from './take-in-part-of-plan.js';

/** A plan is secret from its draft on (5.2.2), and may carry out a part of another (3.1 a). */
export const takeInPlanDraft: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  await openEmbargo(unit.tx, { subjectId: event.subjectId, parties: [event.stamps.holder, ...event.stamps.concerned], at: new Date(event.occurredAt) });
  await takeInPartOfPlan(unit, event, log);
};

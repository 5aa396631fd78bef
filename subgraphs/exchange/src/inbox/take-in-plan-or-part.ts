import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { openEmbargo } from '../repository/embargo.js';
import { takeInPartOfPlan } from './take-in-part-of-plan.js';

/** A plan is secret from its draft on, a part of one from when it is assigned (5.2.2); and either may be part of another plan (3.1 a). */
export const takeInPlanOrPart: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  await openEmbargo(unit.tx, { subjectId: event.subjectId, parties: [event.stamps.holder, ...event.stamps.concerned], at: new Date(event.occurredAt) });
  await takeInPartOfPlan(unit, event, log);
};

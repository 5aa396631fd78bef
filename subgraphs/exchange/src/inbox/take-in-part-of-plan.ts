import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { takeInEvent } from './take-in-event.js';

/** What an owner tells the exchange alone of a commission, of monitoring data, of a regulator's plan or of what it assigns: the plan that it is part of. */
interface PartOfPlan {
  readonly partOf?: string;
  /** Of a plan that carries out a part of another: the regulators of the plans above. */
  readonly overseers?: readonly string[];
}

/** The exchange learns what is part of a plan (3.1 a), so that labs, platforms and regulators below need not: buying is blind (5.2.2). */
export const takeInPartOfPlan: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  const { partOf: planId, overseers = [] } = (event.payload ?? {}) as PartOfPlan;
  if (planId !== undefined) {
    await unit.tx.planPart.createMany({ data: [{ subjectId: event.subjectId, planId }], skipDuplicates: true });
    await unit.tx.planOverseer.createMany({ data: overseers.map((regulatorId) => ({ planId: event.subjectId, regulatorId })), skipDuplicates: true });
  }
  await takeInEvent(unit, event, log);
};

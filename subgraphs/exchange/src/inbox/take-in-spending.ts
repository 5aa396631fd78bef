import type { InboxHandler, InboxHandlers } from '@hub/kernel/inbox/inbox-handler.js';
import type { ExchangeTransaction } from '../repository/database.js';
import { takeInEvent } from './take-in-event.js';

/** What a centre tells the exchange alone of a purchase, a return or a commission: what it spent by it, and under which plan. */
interface Spending {
  readonly partOf?: string;
  readonly spent?: readonly { readonly kind: string; readonly amount: string; readonly currency: string }[];
}

/** The exchange learns what was spent under a plan (经费支出, 3.1 a), to sum it upwards; each amount once, however often it is told. */
export function takeInSpending(next: InboxHandler<ExchangeTransaction> = takeInEvent): InboxHandler<ExchangeTransaction> {
  return async (unit, event, log) => {
    const { partOf: planId, spent = [] } = (event.payload ?? {}) as Spending;
    const { holder, concerned } = event.stamps;
    if (planId !== undefined) {
      const data = spent.map((each) => ({ subjectId: event.subjectId, planId, ...each, holder, concerned: [...concerned] }));
      await unit.tx.planSpending.createMany({ data, skipDuplicates: true });
    }
    await next(unit, event, log);
  };
}

const nothingSpent: InboxHandler<ExchangeTransaction> = async (unit, event, log) => {
  await unit.tx.planSpending.deleteMany({ where: { subjectId: event.subjectId } });
  await takeInEvent(unit, event, log);
};

/** A commission costs nothing any more that was declined, withdrawn or let go: the envelopes say so, and nothing more is needed. */
export const nothingSpentHandlers: InboxHandlers<ExchangeTransaction> = Object.fromEntries(
  ['InspectionCommissionDeclined', 'CommissionWithdrawn', 'CommissionLetGo'].map((kind) => [`monitoring-center.${kind}`, nothingSpent]),
);

import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';
import type { Spending } from '../repository/spending-under-plans.js';

interface CarriedOut {
  readonly planId: string;
  readonly holder: string;
}

/** Loads what a centre spent under each of many plans (经费支出), one statement per batch; whoever asks has been admitted to the work plan. */
export function spendingLoader({ workPlans }: Repositories): DataLoader<CarriedOut, Spending[], string> {
  return new DataLoader(
    async (plans) => {
      const spending = await workPlans.spending(plans.map(({ planId }) => planId));
      return plans.map(({ planId, holder }) => spending.filter((each) => each.planId === planId && each.holder === holder));
    },
    { cacheKeyFn: ({ planId }) => planId, maxBatchSize: 500 },
  );
}

import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import DataLoader from 'dataloader';
import { noteSilentOwners } from '../repository/note-silent-owners.js';
import type { Repositories } from '../repository/repositories.js';
import type { PlanSpent } from '../repository/sum-plan-spending.js';

/** Sums what was spent under plans for one operation, one statement per batch; what of it is the caller's to know the statement decides. */
export function spendingOfPlanLoader(authority: OperationAuthority, repositories: Repositories, now: Date): DataLoader<string, PlanSpent[]> {
  return new DataLoader(
    async (planIds) => {
      await noteSilentOwners({ authority, repositories, now });
      const spending = await repositories.duties.spendingOfPlans(planIds, authority.caller.partyId);
      return planIds.map((id) => spending.filter(({ planId }) => planId === id));
    },
    { maxBatchSize: 1000 },
  );
}

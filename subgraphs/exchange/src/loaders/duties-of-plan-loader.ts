import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import DataLoader from 'dataloader';
import { noteSilentOwners } from '../repository/note-silent-owners.js';
import type { Repositories } from '../repository/repositories.js';

type Counts = Awaited<ReturnType<Repositories['duties']['countOfPlans']>>;

/** Counts the duties of plans for one operation: one statement per batch, over the duties that the caller may see, and those of plans below its own. */
export function dutiesOfPlanLoader(authority: OperationAuthority, repositories: Repositories, now: Date): DataLoader<string, Counts> {
  return new DataLoader(
    async (planIds) => {
      await noteSilentOwners({ authority, repositories, now });
      const counts = await repositories.duties.countOfPlans(planIds, { rows: authority.rowScopeOf('Duty.id'), partyId: authority.caller.partyId }, now);
      return planIds.map((id) => counts.filter(({ planId }) => planId === id));
    },
    { maxBatchSize: 1000 },
  );
}

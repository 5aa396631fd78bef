import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Duty, TaskClaim } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';

/**
 * The claim that an item names, with its duty, which is locked, for who works on the task, or who acts in their stead; and for whom a delegate works on it.
 * In another's stead it is so of a task of the delegated role alone: a delegation gives no say over what the delegator does in other roles.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, TASK_CLAIM_OF_ANOTHER, TASK_OF_ANOTHER_ROLE
 */
export async function admittedClaim({ unit, caller, admit }: ActScope<ExchangeTransaction>, claimId: string): Promise<{ claim: TaskClaim; duty: Duty }> {
  const [locked] = await unit.tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM duty d JOIN task_claim c ON c.duty_id = d.id WHERE c.id = ${claimId} AND d.holder = ${caller.partyId} FOR UPDATE OF d`;
  // Whoever held the lock before may have moved it: it is read once it is there.
  const found = locked ? await unit.tx.taskClaim.findUnique({ where: { id: claimId }, include: { duty: true } }) : null;
  const { duty, ...claim } = admit(found, { type: 'TaskClaim', id: claimId, field: 'claimId' });
  if ([claim.claimedById, claim.onBehalfOfId].includes(caller.userId)) return { claim, duty };
  if (claim.claimedById !== caller.onBehalfOf) throw new Refusal('TASK_CLAIM_OF_ANOTHER', { field: 'claimId', parameters: { user: claim.claimedById } });
  if (duty.role !== caller.role) throw new Refusal('TASK_OF_ANOTHER_ROLE', { field: 'claimId', parameters: { role: duty.role, yours: caller.role } });
  return { claim, duty };
}

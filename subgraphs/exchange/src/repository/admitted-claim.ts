import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Duty, TaskClaim } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';

/**
 * The claim that an item names, with its duty, which is locked, for who works on the task, or who acts in their stead; and for whom a delegate works on it.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, TASK_CLAIM_OF_ANOTHER
 */
export async function admittedClaim({ unit, caller, admit }: ActScope<ExchangeTransaction>, claimId: string): Promise<{ claim: TaskClaim; duty: Duty }> {
  const [locked] = await unit.tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM duty d JOIN task_claim c ON c.duty_id = d.id WHERE c.id = ${claimId} AND d.holder = ${caller.partyId} FOR UPDATE OF d`;
  // Whoever held the lock before may have moved it: it is read once it is there.
  const found = locked ? await unit.tx.taskClaim.findUnique({ where: { id: claimId }, include: { duty: true } }) : null;
  const { duty, ...claim } = admit(found, { type: 'TaskClaim', id: claimId, field: 'claimId' });
  const his = [caller.userId, caller.onBehalfOf].includes(claim.claimedById) || claim.onBehalfOfId === caller.userId;
  if (!his) throw new Refusal('TASK_CLAIM_OF_ANOTHER', { field: 'claimId', parameters: { user: claim.claimedById } });
  return { claim, duty };
}

import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { ExchangeTransaction } from './database.js';
import { lockDelegations } from './lock-delegations.js';

/** Who keeps the users of a party. */
export const administrator = 'SYSTEM_ADMINISTRATOR';

/**
 * Sees, one at a time in a party, that the caller keeps its users still: the replica by which they were let in may not have heard that the role was taken from them.
 *
 * @throws Refusal ADMINISTRATOR_NO_MORE
 */
export async function requireAdministrator(tx: ExchangeTransaction, { userId, partyId }: Pick<Caller, 'userId' | 'partyId'>): Promise<void> {
  await lockDelegations(tx, partyId);
  const own = await tx.participantUser.findFirst({ where: { id: userId, participantId: partyId, active: true, roles: { has: administrator } } });
  if (!own) throw new Refusal('ADMINISTRATOR_NO_MORE');
}

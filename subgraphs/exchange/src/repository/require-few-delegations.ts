import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Delegation } from '@hub/prisma/exchange/generated/client.js';
import { mostDelegations } from '@hub/schema/code-lists/delegation-limits.js';
import type { ExchangeTransaction } from './database.js';

/** A delegation as it is about to be given, the end exclusive. */
type Wanted = Pick<Delegation, 'holder' | 'delegatorId' | 'delegateId' | 'role' | 'beginsAt' | 'until'>;

/**
 * Refuses a second delegation of a role to the same colleague over the same time, for to end one of them would end nothing, and more than a user may have given at once.
 * Delegations of the party are locked (`lockDelegations`).
 *
 * @throws Refusal DELEGATION_OVERLAPS, DELEGATION_LIMIT
 */
export async function requireFewDelegations(tx: ExchangeTransaction, { holder, delegatorId, delegateId, role, beginsAt, until }: Wanted, now: Date): Promise<void> {
  const given = await tx.delegation.findMany({ where: { holder, delegatorId, state: 'GIVEN', until: { gt: now } }, orderBy: [{ beginsAt: 'asc' }, { id: 'asc' }] });
  const same = given.find((each) => each.delegateId === delegateId && each.role === role && each.beginsAt < until && beginsAt < each.until);
  if (same) {
    const parameters = { user: delegateId, role, delegation: same.id, begins: writtenDueTime(same.beginsAt), until: writtenDueTime(same.until) };
    throw new Refusal('DELEGATION_OVERLAPS', { field: 'delegateId', parameters });
  }
  if (given.length >= mostDelegations) throw new Refusal('DELEGATION_LIMIT', { parameters: { limit: mostDelegations } });
}

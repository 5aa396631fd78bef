import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { ClaimTaskInput } from '../generated/graphql.js';
import { beginClaim } from './begin-claim.js';
import type { ExchangeTransaction } from './database.js';
import { lapseClaim } from './lapse-claim.js';
import { lockDuty } from './lock-duty.js';

/**
 * Claims a task (领办, 5.4.3 b) in the role in which the caller acts. Of two at once the second waits, and is told by whom it is claimed. A claim of whom is not
 * active in the role any more stands in nobody's way.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, TASK_OF_ANOTHER_ROLE, TASK_CLAIMED_ALREADY
 */
export async function claimTask({ unit, caller, admit }: ActScope<ExchangeTransaction>, { dutyId }: ClaimTaskInput): Promise<ActResult> {
  const duty = admit(await lockDuty(unit.tx, dutyId, caller.partyId), { type: 'Duty', id: dutyId, field: 'dutyId' });
  if (duty.role !== caller.role) throw new Refusal('TASK_OF_ANOTHER_ROLE', { field: 'dutyId', parameters: { role: duty.role, yours: caller.role } });
  const held = await unit.tx.taskClaim.findFirst({ where: { dutyId, state: 'HELD' } });
  if (held && !(await lapseClaim(unit, held, duty.role))) {
    throw new Refusal('TASK_CLAIMED_ALREADY', { field: 'dutyId', parameters: { user: held.claimedById, since: held.claimedAt.toISOString() } });
  }
  const claim = await beginClaim(unit, 'claimTask', duty, { userId: caller.userId, onBehalfOf: caller.onBehalfOf ?? null });
  return { valueId: claim.id };
}

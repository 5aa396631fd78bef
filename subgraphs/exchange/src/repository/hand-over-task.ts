import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { taskClaimMachine } from '../domain/task-claim-machine.js';
import type { HandOverTaskInput } from '../generated/graphql.js';
import { admittedClaim } from './admitted-claim.js';
import { beginClaim } from './begin-claim.js';
import type { ExchangeTransaction } from './database.js';
import { roleIn } from './role-in.js';

/**
 * Hands a task over (转交, 5.4.3 b) to a colleague who carries its role, has it by delegation, or may have it by their token; the value is the colleague's claim.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, TASK_CLAIM_OF_ANOTHER, TASK_OF_ANOTHER_ROLE, NOTHING_CHANGED, USER_NOT_IN_ROLE
 */
export async function handOverTask(scope: ActScope<ExchangeTransaction>, input: HandOverTaskInput): Promise<ActResult> {
  const { unit } = scope;
  const { claim, duty } = await admittedClaim(scope, input.claimId);
  const reason = requireText('reason', input.reason, 1000);
  const { toUserId: userId } = input;
  if (userId === claim.claimedById) throw new Refusal('NOTHING_CHANGED', { field: 'toUserId', parameters: { type: 'TaskClaim' } });
  const inRole = await roleIn(unit.tx, { userId, partyId: duty.holder }, duty.role, unit.now);
  if (!inRole) throw new Refusal('USER_NOT_IN_ROLE', { field: 'toUserId', parameters: { user: userId, role: duty.role } });
  await unit.tx.taskClaim.update({ where: { id: claim.id }, data: { reason, endedAt: unit.now, ...taskClaimMachine.move('handOverTask', claim) } });
  const { id } = await beginClaim(unit, 'TaskHandedOver', duty, { userId, onBehalfOf: inRole.onBehalfOf });
  return { valueId: id };
}

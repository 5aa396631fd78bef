import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { taskClaimMachine } from '../domain/task-claim-machine.js';
import type { ReleaseTaskInput } from '../generated/graphql.js';
import { admittedClaim } from './admitted-claim.js';
import type { ExchangeTransaction } from './database.js';

/**
 * Gives a task back (退回, 5.4.3 b): anybody of the role may claim it.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, TASK_CLAIM_OF_ANOTHER, TASK_OF_ANOTHER_ROLE, VALUE_REQUIRED
 */
export async function releaseTask(scope: ActScope<ExchangeTransaction>, input: ReleaseTaskInput): Promise<ActResult> {
  const { unit } = scope;
  const { claim } = await admittedClaim(scope, input.claimId);
  const reason = requireText('reason', input.reason, 1000);
  const released = await unit.tx.taskClaim.update({ where: { id: claim.id }, data: { reason, endedAt: unit.now, ...taskClaimMachine.move('releaseTask', claim) } });
  unit.emit({ kind: 'TaskReleased', subjectType: 'TaskClaim', subjectId: claim.id, stamps: stampsOf(released), receivers: {} });
  return { valueId: claim.id };
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { delegationMachine } from '../domain/delegation-machine.js';
import type { EndDelegationInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { toEveryOwner } from './to-every-owner.js';

/**
 * Ends a delegation (终止代办), by either of the two, at every owner as soon as it hears of it.
 *
 * @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, DELEGATION_OF_OTHERS
 */
export async function endDelegation({ unit, caller, admit }: ActScope<ExchangeTransaction>, input: EndDelegationInput): Promise<ActResult> {
  const { delegationId: id } = input;
  await unit.tx.$queryRaw`SELECT id FROM delegation WHERE id = ${id} AND holder = ${caller.partyId} FOR UPDATE`;
  const delegation = admit(await unit.tx.delegation.findUnique({ where: { id } }), { type: 'Delegation', id, field: 'delegationId' });
  if (![delegation.delegatorId, delegation.delegateId].includes(caller.userId)) throw new Refusal('DELEGATION_OF_OTHERS', { field: 'delegationId' });
  const endingReason = requireText('reason', input.reason, 1000);
  const ended = await unit.tx.delegation.update({ where: { id }, data: { ended: { ...actRecord(unit) }, endingReason, ...delegationMachine.move('endDelegation', delegation) } });
  unit.emit({ kind: 'DelegationEnded', subjectType: 'Delegation', subjectId: id, stamps: stampsOf(ended), receivers: toEveryOwner({ id }) });
  return { valueId: id };
}

import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { delegationMachine } from '../domain/delegation-machine.js';
import type { ExchangeTransaction } from './database.js';
import { lockDelegations } from './lock-delegations.js';
import { toEveryOwner } from './to-every-owner.js';

/**
 * Ends the delegations of a party by which nobody may act any more, in the transaction in which that comes about, and tells every owner: one of the two is active
 * no more, the delegator has lost the role, or the party is suspended. They would awake when that is taken back, of which nobody would think; who comes back delegates anew.
 */
export async function lapseDelegations(unit: UnitOfWork<ExchangeTransaction>, partyId: string): Promise<void> {
  await lockDelegations(unit.tx, partyId);
  const lapsing = await unit.tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM delegation d
    JOIN participant p ON p.id = d.holder
    LEFT JOIN participant_user delegate ON delegate.id = d.delegate_id AND delegate.participant_id = d.holder AND delegate.active
    LEFT JOIN participant_user delegator ON delegator.id = d.delegator_id AND delegator.participant_id = d.holder AND delegator.active AND d.role = ANY(delegator.roles)
    WHERE d.holder = ${partyId} AND d.state = 'GIVEN' AND d.until > ${unit.now}
      AND (p.state <> 'ACTIVE' OR delegate.id IS NULL OR delegator.id IS NULL)
    ORDER BY d.id FOR UPDATE OF d`;
  for (const { id } of lapsing) {
    const delegation = await unit.tx.delegation.findUniqueOrThrow({ where: { id } });
    const ended = await unit.tx.delegation.update({ where: { id }, data: { ended: { ...actRecord(unit) }, ...delegationMachine.move('DelegationEnded', delegation) } });
    unit.emit({ kind: 'DelegationEnded', subjectType: 'Delegation', subjectId: id, stamps: stampsOf(ended), receivers: toEveryOwner({ id }) });
  }
}

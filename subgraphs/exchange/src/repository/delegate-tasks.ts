import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { TasksDelegated } from '@hub/kernel/identity/delegation-events.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { delegationMachine } from '../domain/delegation-machine.js';
import { delegationPeriod } from '../domain/delegation-period.js';
import type { DelegateTasksInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { lockDelegations } from './lock-delegations.js';
import { requireFewDelegations } from './require-few-delegations.js';
import { toEveryOwner } from './to-every-owner.js';

/**
 * Lets a colleague act in a role of the caller's own for a time (代办授权, clause 1), and tells every owner.
 *
 * @throws Refusal ROLE_NOT_DELEGABLE, ROLE_NOT_YOURS, VALUE_INVALID, VALUE_REQUIRED, DELEGATION_OVERLAPS, DELEGATION_LIMIT
 */
export async function delegateTasks({ unit, caller }: ActScope<ExchangeTransaction>, input: DelegateTasksInput): Promise<ActResult> {
  const { role, delegateId } = input;
  const period = delegationPeriod({ role, beginsAt: input.beginsAt ?? null, until: input.until }, unit.now);
  // Before the users are read: who leaves meanwhile waits, or is seen to have left.
  await lockDelegations(unit.tx, caller.partyId);
  const users = await unit.tx.participantUser.findMany({ where: { participant: { id: caller.partyId, state: 'ACTIVE' }, active: true, id: { in: [caller.userId, delegateId] } } });
  const own = users.find(({ id }) => id === caller.userId)?.roles ?? [];
  // Who acts for another has that one's role, and passes it on no further.
  if (caller.onBehalfOf !== undefined || !own.includes(role)) throw new Refusal('ROLE_NOT_YOURS', { field: 'role', parameters: { role, roles: own.join(', ') } });
  requireValid(delegateId !== caller.userId, 'delegateId', { en: 'it is yourself', 'zh-CN': '不能委托给本人' }, { en: 'the id of a colleague', 'zh-CN': '同事的用户标识' });
  requireValid(
    users.some(({ id }) => id === delegateId),
    'delegateId',
    { en: 'it is no active user of your party', 'zh-CN': '不是贵单位的有效用户' },
    { en: 'the id of a colleague, as the users of your participant show', 'zh-CN': '同事的用户标识，见本单位的用户名单' },
  );
  const reason = requireText('reason', input.reason, 1000);
  const wanted = { holder: caller.partyId, delegatorId: caller.userId, delegateId, role, ...period };
  await requireFewDelegations(unit.tx, wanted, unit.now);
  const delegation = await unit.tx.delegation.create({
    data: { ...wanted, reason, delegated: { ...actRecord(unit) }, delegatedAt: unit.now, concerned: [], ...delegationMachine.begin('delegateTasks') },
  });
  const { id, delegatorId, beginsAt, until } = delegation;
  const told: TasksDelegated = { id, delegatorId, delegateId, role, beginsAt: beginsAt.toISOString(), until: until.toISOString() };
  unit.emit({ kind: 'TasksDelegated', subjectType: 'Delegation', subjectId: id, stamps: stampsOf(delegation), receivers: toEveryOwner(told) });
  return { valueId: id };
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireChange } from '@hub/kernel/validation/require-change.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireRoles } from '../domain/require-roles.js';
import type { ChangeUserInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { lapseDelegations } from './lapse-delegations.js';
import { mapsClaims } from './maps-claims.js';
import { requireAdministrator } from './require-administrator.js';
import { tellParticipant } from './tell-participant.js';
import { openedNames, sealedName, type UserKeeping } from './user-keeping.js';

/**
 * Changes a user of the caller's party (用户变更, clause 1), and tells every owner. Who has lost a role, or acts no more, has delegated nothing any more; the name of the latter is kept for a time (5.4.3 d), also one
 * that is given anew. That a name was erased stays on record.
 *
 * @throws Refusal ADMINISTRATOR_NO_MORE, USER_IS_YOURSELF, NOTHING_CHANGED, VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG, ROLE_NOT_OF_KIND, ROLES_KEPT_APART
 */
export async function changeUser({ unit, caller, admit }: ActScope<ExchangeTransaction>, input: ChangeUserInput, keeping: UserKeeping): Promise<ActResult> {
  const { tx } = unit;
  const { userId: id } = input;
  await requireAdministrator(tx, caller);
  const before = admit(await tx.participantUser.findUnique({ where: { id } }), { type: 'ParticipantUser', id, field: 'userId' });
  if (id === caller.userId) throw new Refusal('USER_IS_YOURSELF', { field: 'userId' });
  const changes = {
    ...(input.name != null && { name: requireText('name', input.name, 100) }),
    ...(input.roles != null && { roles: requireRoles('roles', caller.kind, input.roles, await mapsClaims(tx, caller.partyId)) }),
    ...(input.active != null && { active: input.active }),
  };
  const [known] = (await openedNames(tx, keeping, [{ personId: id, sealed: before.sealedName }])).values();
  requireChange('ParticipantUser', 'userId', { ...before, name: known }, changes);
  const { name, ...columns } = changes;
  const now = unit.now;
  const active = columns.active ?? before.active;
  const named = name !== undefined || before.sealedName !== null;
  await tx.participantUser.update({
    where: { id },
    data: {
      ...columns,
      ...(name !== undefined && { nameOfBefore: null, sealedName: await sealedName(tx, keeping, { personId: id, name }, now) }),
      keptUntil: active || !named ? null : (before.keptUntil ?? new Date(now.getTime() + keeping.keptFor)),
    },
  });
  await lapseDelegations(unit, caller.partyId);
  await tellParticipant(unit, caller.partyId);
  return { valueId: id };
}

import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireRoles } from '../domain/require-roles.js';
import { requireUserId } from '../domain/require-user-id.js';
import type { RegisterUserInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { lockMembers } from './lock-members.js';
import { mapsClaims } from './maps-claims.js';
import { requireAdministrator } from './require-administrator.js';
import { requireNewUser } from './require-new-member.js';
import { tellParticipant } from './tell-participant.js';
import { sealedName, type UserKeeping } from './user-keeping.js';

/**
 * Registers a user of the caller's party (新增用户, clause 1), and tells every owner.
 *
 * @throws Refusal ADMINISTRATOR_NO_MORE, VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG, ROLE_NOT_OF_KIND, ROLES_KEPT_APART, USER_ID_TAKEN
 */
export async function registerUser({ unit, caller }: ActScope<ExchangeTransaction>, input: RegisterUserInput, keeping: UserKeeping): Promise<ActResult> {
  const { partyId } = caller;
  const id = requireUserId('userId', input.userId);
  const name = requireText('name', input.name, 100);
  const roles = requireRoles('roles', caller.kind, input.roles, await mapsClaims(unit.tx, partyId));
  // Members before the party's own: whoever renames or suspends the party takes its locks in this order too.
  await lockMembers(unit.tx);
  await requireAdministrator(unit.tx, caller);
  await requireNewUser(unit.tx, 'userId', id);
  await unit.tx.participantUser.create({ data: { id, participantId: partyId, sealedName: await sealedName(unit.tx, keeping, { personId: id, name }, unit.now), roles, active: true, holder: partyId, concerned: [] } });
  await tellParticipant(unit, partyId);
  return { valueId: id };
}

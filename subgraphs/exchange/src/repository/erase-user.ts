import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { EraseUserInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { eraseNames } from './erase-names.js';
import { administrator, requireAdministrator } from './require-administrator.js';
import { requireRegisterKeeper } from './require-register-keeper.js';

/**
 * Erases the name of a user who acts no more (删除个人信息, 5.4.3 d): the key goes, the id remains, which acts go on naming. The administrator of the user's party does; once that has left, nobody acts for it, and
 * a data steward of the centre that keeps the register does.
 *
 * @throws Refusal ADMINISTRATOR_NO_MORE, REGISTER_KEPT_BY_ANOTHER, USER_OF_MEMBER, USER_STILL_ACTIVE, NOTHING_CHANGED, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export async function eraseUser({ unit, caller, admit }: ActScope<ExchangeTransaction>, { userId: id, reason }: EraseUserInput): Promise<ActResult> {
  const { tx } = unit;
  if (caller.role === administrator) await requireAdministrator(tx, caller);
  else await requireRegisterKeeper(tx, caller);
  const user = admit(await tx.participantUser.findUnique({ where: { id } }), { type: 'ParticipantUser', id, field: 'userId' });
  if (caller.role !== administrator) await requireLeft(tx, user.participantId);
  if (user.active) throw new Refusal('USER_STILL_ACTIVE', { field: 'userId', parameters: { user: id } });
  if (user.sealedName === null && user.nameOfBefore === null) throw new Refusal('NOTHING_CHANGED', { field: 'userId', parameters: { type: 'ParticipantUser' } });
  await eraseNames(tx, [id], { erased: actRecord(unit), reason: requireText('reason', reason, 1000) });
  return { valueId: id };
}

/** Sees that a party takes part no more: until then it keeps its users itself. @throws Refusal USER_OF_MEMBER */
async function requireLeft(tx: ExchangeTransaction, participantId: string): Promise<void> {
  const { state, name } = await tx.participant.findUniqueOrThrow({ where: { id: participantId }, select: { state: true, name: true } });
  if (state !== 'LEFT') throw new Refusal('USER_OF_MEMBER', { field: 'userId', parameters: { party: name } });
}

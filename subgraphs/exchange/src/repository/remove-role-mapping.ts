import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { roleMappingMachine } from '../domain/role-mapping-machine.js';
import type { RemoveRoleMappingInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { requireAdministrator } from './require-administrator.js';
import { tellParticipant } from './tell-participant.js';

/** Lets a claim give a role no more (角色映射撤销, 5.4.3 d), and tells every owner. @throws Refusal ADMINISTRATOR_NO_MORE, VALUE_REQUIRED */
export async function removeRoleMapping({ unit, caller, admit }: ActScope<ExchangeTransaction>, input: RemoveRoleMappingInput): Promise<ActResult> {
  const { roleMappingId: id, expectedRevision } = input;
  await requireAdministrator(unit.tx, caller);
  const mapping = admit(await unit.tx.roleMapping.findUnique({ where: { id } }), { type: 'RoleMapping', id, field: 'roleMappingId', expectedRevision });
  const removalReason = requireText('reason', input.reason, 1000);
  await unit.tx.roleMapping.update({ where: { id }, data: { removed: { ...actRecord(unit) }, removalReason, ...roleMappingMachine.move('removeRoleMapping', mapping) } });
  await tellParticipant(unit, mapping.holder);
  return { valueId: id };
}

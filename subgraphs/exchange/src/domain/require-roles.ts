import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { administrators, rolesOfKind } from '@hub/schema/code-lists/roles-of-kind.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';

/**
 * Roles that a user of a party of a kind may carry together (角色, clause 1), in the order of their list.
 *
 * @param byClaims whether claims of a token may give a user roles besides, so that the party need keep none
 * @throws Refusal VALUE_INVALID, ROLE_NOT_OF_KIND, ROLES_KEPT_APART
 */
export function requireRoles(field: string, kind: string, roles: readonly string[], byClaims = false): string[] {
  const possible = rolesOfKind[kind] ?? [];
  requireValid(roles.length > 0 || byClaims, field, { en: 'a user has at least one role; one who is to act no more is made inactive', 'zh-CN': '用户至少应有一个角色；不再办理业务的用户请停用' }, possible[0] ?? '');
  const foreign = roles.findIndex((role) => !possible.includes(role));
  if (foreign !== -1) throw new Refusal('ROLE_NOT_OF_KIND', { field: `${field}.${foreign}`, parameters: { role: roles[foreign] ?? '', roles: possible.join(', ') } });
  const watching = administrators.filter((role) => roles.includes(role));
  if (watching.length > 1) throw new Refusal('ROLES_KEPT_APART', { field, parameters: { roles: watching.join(', ') } });
  return possible.filter((role) => roles.includes(role));
}

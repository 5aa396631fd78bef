import { mayBeMapped } from '@hub/kernel/identity/role-mappings.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { rolesOfKind } from '@hub/schema/code-lists/roles-of-kind.js';

/**
 * A role that claims of a token may give to users of a party of a kind (角色映射, 5.4.3 d).
 *
 * @throws Refusal ROLE_NOT_OF_KIND, ROLE_OF_ADMINISTRATOR
 */
export function requireMappedRole(field: string, kind: string, role: string): string {
  const possible = rolesOfKind[kind] ?? [];
  if (!possible.includes(role)) throw new Refusal('ROLE_NOT_OF_KIND', { field, parameters: { role, roles: possible.filter((each) => mayBeMapped(kind, each)).join(', ') } });
  if (!mayBeMapped(kind, role)) throw new Refusal('ROLE_OF_ADMINISTRATOR', { field, parameters: { role } });
  return role;
}

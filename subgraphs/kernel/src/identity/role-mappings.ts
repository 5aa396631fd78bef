import { administrators, rolesOfKind } from '@hub/schema/code-lists/roles-of-kind.js';
import type { JWTPayload } from 'jose';

/** That who has a value in a claim of an identity provider has a role of the party (角色映射), as exchange tells it to every owner. */
export interface ToldRoleMapping {
  readonly id: string;
  /** Whose tokens it reads (RFC 7519 §4.1.1). */
  readonly issuer: string;
  /** Name of a claim, or a JSON pointer to it (RFC 6901). */
  readonly tokenClaim: string;
  readonly claimValue: string;
  readonly role: string;
}

/** What an identity provider says of its user in a token. */
export interface Asserted {
  readonly issuer: string;
  readonly claims: JWTPayload;
}

/** Whether claims may give a role to users of a party of a kind: one that the kind has, and no administrator’s, whom the hub itself keeps apart (三员分立). */
export function mayBeMapped(kind: string, role: string): boolean {
  return (rolesOfKind[kind] ?? []).includes(role) && !administrators.includes(role);
}

/** The mapping by which a token gives a role, of those of a party of a kind; undefined where none does. */
export function mappingThatGives(role: string, { kind, mappings, asserted }: { readonly kind: string; readonly mappings: readonly ToldRoleMapping[]; readonly asserted: Asserted }): ToldRoleMapping | undefined {
  if (!mayBeMapped(kind, role)) return undefined;
  return mappings.find((mapping) => mapping.role === role && mapping.issuer === asserted.issuer && has(at(asserted.claims, mapping.tokenClaim), mapping.claimValue));
}

/** The claim is the value, or is a list with it; nothing else is taken for text. */
function has(claim: unknown, value: string): boolean {
  return claim === value || (Array.isArray(claim) && claim.includes(value));
}

function at(claims: JWTPayload, claim: string): unknown {
  const path = claim.startsWith('/') ? claim.slice(1).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')) : [claim];
  return path.reduce<unknown>((within, part) => (typeof within === 'object' && within !== null && Object.hasOwn(within, part) ? (within as Record<string, unknown>)[part] : undefined), claims);
}

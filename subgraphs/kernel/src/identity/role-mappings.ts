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
  /** Who set it, to whom it gives nothing: somebody else has to; absent where a process of the version before tells it. */
  readonly recordedBy?: string;
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

/** Claims that say who the bearer is or what the token is, and not what the provider has the bearer do: RFC 7519 §4.1, OpenID Connect Core §2, RFC 9068 §2.2, and what the hub itself reads. */
const ofEveryToken: ReadonlySet<string> = new Set([
  ...['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'],
  ...['azp', 'nonce', 'auth_time', 'acr', 'amr', 'at_hash', 'c_hash', 's_hash', 'sid', 'client_id', 'scope'],
  ...['party', 'role', 'service'],
]);

/** Whether a mapping may read a claim. One that every token has would give everybody a role, and one that names the bearer a role to a person, which is kept by hand. */
export function mayBeRead(tokenClaim: string): boolean {
  return !ofEveryToken.has(pathOf(tokenClaim)[0] ?? '');
}

/** Whether a mapping may give its role to a user of a party of a kind. */
export function mayGive({ role, tokenClaim, recordedBy }: ToldRoleMapping, { kind, userId }: { readonly kind: string; readonly userId: string }): boolean {
  return mayBeMapped(kind, role) && mayBeRead(tokenClaim) && recordedBy !== userId;
}

/** The mapping by which a token gives a user a role, of those of a party of a kind; undefined where none does. */
export function mappingThatGives(role: string, { mappings, asserted, ...user }: { readonly kind: string; readonly userId: string; readonly mappings: readonly ToldRoleMapping[]; readonly asserted: Asserted }): ToldRoleMapping | undefined {
  return mappings.find((mapping) => mapping.role === role && mayGive(mapping, user) && mapping.issuer === asserted.issuer && has(at(asserted.claims, mapping.tokenClaim), mapping.claimValue));
}

/** The claim is the value, or is a list with it; nothing else is taken for text. */
function has(claim: unknown, value: string): boolean {
  return claim === value || (Array.isArray(claim) && claim.includes(value));
}

/** The names on the way to a claim. */
function pathOf(claim: string): readonly string[] {
  return claim.startsWith('/') ? claim.slice(1).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')) : [claim];
}

function at(claims: JWTPayload, claim: string): unknown {
  return pathOf(claim).reduce<unknown>((within, part) => (typeof within === 'object' && within !== null && Object.hasOwn(within, part) ? (within as Record<string, unknown>)[part] : undefined), claims);
}

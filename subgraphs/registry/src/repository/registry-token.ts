import { randomBytes } from 'node:crypto';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { Membership } from '@hub/kernel/identity/membership.js';
import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { RegistryToken } from '@hub/prisma/registry/generated/client.js';
import type { RegistryTransaction } from './database.js';

const prefix = 'hubreg_';
const userPrefix = 'registry-token:';
const role = 'DATA_STEWARD';

/** A new registry token, 256 random bits. */
export function newRegistryToken(): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** Whether a bearer token is one of the registry's own. */
export function isRegistryToken(bearer: string): boolean {
  return bearer.startsWith(prefix);
}

/** Under which a token is kept. It is random, so that no salt is needed. */
export function registryTokenHash(token: string): string {
  return sha256(token);
}

/** The token that a user stands for, if it is one: the audit log names it so. */
export function tokenOfUser(userId: string): string | undefined {
  return userId.startsWith(userPrefix) ? userId.slice(userPrefix.length) : undefined;
}

/**
 * A token that is neither revoked nor expired, by its id or its hash; null where there is none. It opens what its issuer may do and no more: it is in force for as long as whoever issued it is a data
 * steward of the party still, or, where that was in another's stead, for as long as the delegation, and the party is active.
 * @param trustedIssuer whose tokens the hub takes now; null behind the door, where it was compared
 */
export async function tokenInForce(tx: RegistryTransaction, by: { readonly id: string } | { readonly tokenHash: string }, trustedIssuer: string | null = null): Promise<RegistryToken | null> {
  const token = await tx.registryToken.findFirst({ where: { ...by, revokedAt: null, expiresAt: { gt: new Date() } } });
  if (!token) return null;
  const { userId, onBehalfOf, partyId, roleMapping } = token.issued as unknown as ActRecord;
  const issuer = await new Membership(tx, trustedIssuer).callerNow({ userId, onBehalfOf, partyId, role, roleMapping }, undefined);
  return issuer ? token : null;
}

/** The users who have acted, on whose behalf, and where that was a token, who has issued it and on whose behalf: whoever holds a token of his own acts by it himself. */
export async function usersBehind(tx: Pick<RegistryTransaction, 'registryToken'>, acts: readonly Pick<ActRecord, 'userId' | 'onBehalfOf'>[]): Promise<readonly string[]> {
  const ids = new Set(acts.flatMap(({ userId }) => tokenOfUser(userId) ?? []));
  const tokens = ids.size === 0 ? [] : await tx.registryToken.findMany({ where: { id: { in: [...ids] } }, select: { issued: true } });
  const all = [...acts, ...tokens.map(({ issued }) => issued as unknown as ActRecord)];
  return [...new Set(all.flatMap(({ userId, onBehalfOf }) => [userId, ...(onBehalfOf ? [onBehalfOf] : [])]))];
}

/** Who acts by a token: in the name of the centre, as its data stewards do, and never beyond what the token is for. */
export function callerOfToken({ id, issued }: Pick<RegistryToken, 'id' | 'issued'>): Caller {
  const { partyId } = issued as { readonly partyId: string };
  return { userId: userPrefix + id, partyId, kind: 'MONITORING_CENTER', regionCode: '', role };
}

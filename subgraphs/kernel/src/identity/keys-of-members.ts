import { importJWK } from 'jose';
import { algorithmsOf, countsAt, type ClientKeys, type SigningKey } from './client-keys.js';
import type { Membership } from './membership.js';

/** Finds the key of a party's system in this owner's replica, by the `kid` of a token. Imported once for each way in which it may sign. */
export function keysOfMembers(membership: Membership): ClientKeys {
  const imported = new Map<string, SigningKey['key']>();
  // Those that were revoked or gave way are kept no longer than the replica is read anew.
  membership.onRefresh(() => imported.clear());
  return async ({ kid, alg = '' }) => {
    const found = kid === undefined ? undefined : membership.clientKey(kid);
    if (!found || !countsAt(found, Date.now()) || !algorithmsOf(found.publicJwk).includes(alg)) return undefined;
    const name = `${alg} ${found.id}`;
    const key = imported.get(name) ?? (await importJWK(found.publicJwk, alg));
    imported.set(name, key);
    return { key, signsFor: ({ userId, partyId }) => found.userId === userId && found.partyId === partyId };
  };
}

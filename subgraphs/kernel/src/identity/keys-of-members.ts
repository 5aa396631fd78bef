import { importJWK } from 'jose';
import { countsAt, type ClientKeys, type SigningKey } from './client-keys.js';
import type { Membership } from './membership.js';

/** Finds the key of a party's system in this owner's replica, by the `kid` of a token. Imported once each. */
export function keysOfMembers(membership: Membership): ClientKeys {
  const imported = new Map<string, Promise<SigningKey['key']>>();
  // Those that were revoked or gave way are kept no longer than the replica is read anew.
  membership.onRefresh(() => imported.clear());
  return async ({ kid, alg }) => {
    const found = kid === undefined ? undefined : membership.clientKey(kid);
    if (!found || !countsAt(found, Date.now())) return undefined;
    let ready = imported.get(found.id);
    if (!ready) imported.set(found.id, (ready = importJWK(found.publicJwk, alg)));
    return { key: await ready, signsFor: ({ userId, partyId }) => found.userId === userId && found.partyId === partyId };
  };
}

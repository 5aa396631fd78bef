import { errors, importJWK, type CryptoKey, type JWTVerifyGetKey, type KeyObject } from 'jose';
import type { Membership } from './membership.js';

type Imported = Promise<CryptoKey | KeyObject | Uint8Array>;

/** Finds the key of a party's system in this owner's replica, by the `kid` of a token. Imported once each. */
export function keysOfMembers(membership: Membership): JWTVerifyGetKey {
  const imported = new Map<string, Imported>();
  // Those that were revoked or gave way are kept no longer than the replica is read anew.
  membership.onRefresh(() => imported.clear());
  return async ({ kid, alg }) => {
    const key = kid === undefined ? undefined : membership.clientKey(kid);
    if (!key) throw new errors.JWKSNoMatchingKey();
    let ready = imported.get(key.id);
    if (!ready) imported.set(key.id, (ready = importJWK(key.publicJwk, alg)));
    return ready;
  };
}

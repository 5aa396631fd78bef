import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

/** The path at which the exchange publishes the public halves of client systems' keys. */
export const clientKeysPath = '/.well-known/client-keys.json';

/**
 * Keys of the parties' own systems (系统密钥), as the exchange publishes them; absent where a gateway stands before foreign subgraphs. One that was revoked may still pass here for some
 * minutes: whoever acts by it is refused by each owner, who asks its replica.
 *
 * @param exchange address of the exchange
 */
export function publishedClientKeys(exchange: string | undefined): JWTVerifyGetKey | undefined {
  return exchange === undefined ? undefined : createRemoteJWKSet(new URL(clientKeysPath, exchange), { cooldownDuration: 2_000 });
}

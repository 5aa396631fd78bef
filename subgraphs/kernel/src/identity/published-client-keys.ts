import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTHeaderParameters } from 'jose';
import { signerHash, type ClientKey, type ClientKeys } from './client-keys.js';

/** The path at which the exchange publishes the public halves of client systems' keys. */
export const clientKeysPath = '/.well-known/client-keys.json';

/** How a key is published: a JWK (RFC 7517) with the hash of whom it signs for. */
export function publishedKey({ id, publicJwk, ...signer }: ClientKey): Readonly<Record<string, unknown>> {
  return { ...publicJwk, kid: id, use: 'sig', signer_hash: signerHash(signer) };
}

/**
 * Keys of the parties' own systems (系统密钥), as the exchange publishes them; absent where a gateway stands before foreign subgraphs. They are read anew every five seconds, and sooner where one is
 * not known yet; while the exchange cannot be asked nothing is revoked there either, and those that were read last count on. What is let through here each owner still decides, who asks its replica.
 *
 * @param exchange address of the exchange
 */
export function publishedClientKeys(exchange: string | undefined): ClientKeys | undefined {
  if (exchange === undefined) return undefined;
  const published = createRemoteJWKSet(new URL(clientKeysPath, exchange), { cacheMaxAge: 5_000, cooldownDuration: 2_000, timeoutDuration: 2_000 });
  return async (header) => {
    if (header.kid === undefined) return undefined;
    const key = await published(header).catch((error: unknown) => amongLast(published.jwks(), header, error));
    const told = published.jwks()?.keys.find(({ kid }) => kid === header.kid) as { readonly signer_hash?: unknown } | undefined;
    return key && { key, signsFor: (signer) => told?.signer_hash === signerHash(signer) };
  };
}

/** Looked for among the keys that were read last. @throws the error, where none were read yet */
async function amongLast(last: JSONWebKeySet | undefined, header: JWTHeaderParameters, error: unknown) {
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSENotSupported) return undefined;
  if (!last) throw error;
  return createLocalJWKSet(last)(header).catch(() => undefined);
}
